"""Pillars over time: pillars down, meetings or quarters across, as many of the newest as the terminal holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from minutes_cli.model.scrutiny import Period, PillarHistory
from minutes_cli.text.days import day_of, short_date
from minutes_cli.views.words import HEADING, QUIET, counted, plain

# A pillar's name takes no more of the line than this; a longer one is folded.
_WIDEST_NAME = 24
# "12·345", items and exchanges, and the gap beside it
_COLUMN = 6 + 1
# "9/12" meetings and "12 Mar 2024"
_FIGURES = 6 + 1 + 11 + 1
_NOTHING = "·"


def pillars_over_time(found: Sequence[PillarHistory], untouched: int) -> RenderableType:
    """A table for each body, and below it which pillars no meeting has touched for long.

    untouched   from so many meetings on
    """
    views: list[RenderableType] = []
    bodies = [(body, list(rows)) for body, rows in groupby(found, key=lambda row: row.body)]
    for body, rows in bodies:
        if len(bodies) > 1:
            views += [*([Text()] if views else []), plain(body or "No body named", HEADING)]
        views.append(_Body(rows, untouched))
    return Group(*views)


class _Body:
    """The table of one body, made once the width is known."""

    def __init__(self, rows: Sequence[PillarHistory], untouched: int) -> None:
        self._rows, self._untouched = rows, untouched

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        name = max(len("Pillar"), *(len(row.pillar) for row in self._rows))
        name = max(1, min(name, _WIDEST_NAME, options.max_width - _FIGURES - _COLUMN))
        periods = self._rows[0].periods
        shown = min(len(periods), max(1, (options.max_width - name - _FIGURES) // _COLUMN))
        yield self._table(len(periods) - shown, name)
        yield Text()
        yield Text("items·exchanges of each meeting, or quarter where there are many", style=QUIET)
        if shown < len(periods):
            left = counted(len(periods) - shown, "earlier column")
            yield Text(f"{left} left out here: a wider terminal or --format csv has them all", style="yellow")
        yield from self._told()

    def _table(self, first: int, width: int) -> Table:
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0, header_style="bold", border_style=QUIET)
        table.add_column("Pillar", overflow="fold", width=width)
        for period in self._rows[0].periods[first:]:
            table.add_column(_head(period), justify="right", width=_COLUMN - 1, overflow="fold")
        table.add_column("Taken", justify="right", no_wrap=True)
        table.add_column("Last", no_wrap=True, justify="right")
        for row in self._rows:
            cells = [_cell(period) for period in row.periods[first:]]
            last = plain(short_date(row.last) or "no date")
            table.add_row(plain(row.pillar), *cells, f"{row.scrutinised}/{row.meetings}", last)
        return table

    def _told(self) -> list[RenderableType]:
        return [
            plain(f"! {row.pillar}: not touched at the last {counted(row.untouched, 'meeting')}", "yellow")
            for row in self._rows
            if row.untouched >= self._untouched
        ]


def _head(period: Period) -> Text:
    day = day_of(period.name)
    if day:
        return Text(f"{day.day} {day:%b}\n{day:%Y}")
    year, _, quarter = period.name.partition(" ")
    return Text(f"{quarter}\n{year}") if quarter.startswith("Q") else Text("no\ndate")


def _cell(period: Period) -> Text:
    if not period.items and not period.exchanges:
        return Text(_NOTHING, style=QUIET)
    return Text(f"{period.items}·{period.exchanges}")

"""Figures of actions as tables with bars; beside each bar stands what it is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.stats import ActionStats, Share
from minutes_cli.text.days import short_date
from minutes_cli.views.words import HEADING, LABEL, QUIET, bar, counted, plain, section

# A full bar, which is the longest of its table.
_BAR = 24
# So many owners tell where the work lies; the others are counted.
_MOST_OWNERS = 15


def stats_view(found: Sequence[ActionStats]) -> RenderableType:
    """One block of tables a body; several bodies are compared first."""
    views: list[RenderableType] = []
    if len(found) > 1:
        views.append(_bodies(found))
    for one in found:
        title = plain(one.body or "No body named", HEADING) if len(found) > 1 else Text()
        if title:
            views.append(Group(Text(), title))
        views.append(Padding(_body(one), (0, 0, 0, 2 if len(found) > 1 else 0)))
    return Group(*views)


def _bodies(found: Sequence[ActionStats]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", max_width=36)
    for heading in ("unsettled", "overdue"):
        table.add_column(justify="right", no_wrap=True, min_width=len(heading))
    table.add_column()
    table.add_row(*(Text(heading, style=QUIET) for heading in ("", "unsettled", "overdue")), "")
    most = max(one.unsettled for one in found) or 1
    for one in sorted(found, key=lambda one: -one.unsettled):
        name = plain(one.body or "No body named")
        table.add_row(name, str(one.unsettled), str(one.overdue), bar(one.unsettled / most, _BAR, "yellow"))
    return table


def _body(one: ActionStats) -> RenderableType:
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style=LABEL, no_wrap=True)
    facts.add_column(overflow="fold")
    facts.add_row("Actions", f"{one.actions}: {one.unsettled} unsettled, {one.settled} settled")
    dated = f", {one.without_date} without a date" if one.without_date else ""
    facts.add_row("Overdue", f"{one.overdue} on {short_date(one.on)}{dated}")
    if one.closing:
        days = f"{one.closing.median:g} days in the middle"
        if one.closing.count > 1:
            days += f", half of them {one.closing.lower:g} to {one.closing.upper:g}"
        facts.add_row("Time to close", f"{days}  ({one.closing.count} closed)")
    moved = f"{counted(one.slipped, 'action')} to a later one, {counted(one.slips, 'time')} in all"
    facts.add_row("Dates moved", moved if one.slipped else "none")
    parts: list[RenderableType] = [facts]
    if one.unsettled:
        parts.append(section("By owner", _bars(one.owners)))
        parts.append(section("By age", _bars(one.ages)))
        parts.append(section("Carried over", _bars(one.carried)))
    return Group(*parts)


def _bars(shares: Sequence[Share]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", max_width=32)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    most = max(share.unsettled for share in shares)
    for share in shares[:_MOST_OWNERS]:
        drawn = bar((share.unsettled - share.overdue) / most, _BAR, "yellow")
        overdue = bar(share.overdue / most, _BAR, "red")
        late = Text(f"{share.overdue} overdue", style="red") if share.overdue else Text()
        table.add_row(plain(share.name), str(share.unsettled), Text.assemble(overdue, drawn), late)
    if rest := shares[_MOST_OWNERS:]:
        table.add_row(Text(f"{len(rest)} others", style=QUIET), str(sum(share.unsettled for share in rest)), "", "")
    return table

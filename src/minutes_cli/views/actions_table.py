"""Actions as a table: of one meeting, or followed over several."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Action, Party
from minutes_cli.model.tracking import UNSETTLED, State, TrackedAction
from minutes_cli.text.days import short_date
from minutes_cli.views.words import QUIET, joined, party, place, plain

# symbol and style of each state
STATES: dict[State, tuple[str, str]] = {
    "open": ("○", "yellow"),
    "in_progress": ("◐", "yellow"),
    "proposed": ("◕", "cyan"),
    "closed": ("✓", "green"),
    "withdrawn": ("✗", QUIET),
    "superseded": ("✗", QUIET),
}


class Row(NamedTuple):
    """One action as shown; `origin` and `history` stand below its text."""

    state: State
    text: str
    owners: tuple[Party, ...]
    due: Text
    origin: str
    history: tuple[str, ...] = ()
    number: str | None = None


def meeting_actions(actions: Iterable[Action]) -> RenderableType:
    """The actions of one set of minutes."""
    return _table([Row(a.state, a.text, a.owners, _due(a.due, None, a.due_text), place(a.item)) for a in actions])


def tracked_actions(actions: Iterable[TrackedAction], today: datetime.date | None = None) -> RenderableType:
    """Actions over meetings: where each was raised, and what became of it at later ones.

    today   marks what is overdue; bodies are named where there are several, numbers where a register gave them
    """
    rows = list(actions)
    several = len({action.body for action in rows}) > 1
    return _table([_tracked(action, several, today) for action in rows])


def _tracked(action: TrackedAction, several: bool, today: datetime.date | None) -> Row:
    raised = action.raised
    body = action.body if several else None
    origin = ", ".join(
        part for part in (f"raised {short_date(raised.date) or raised.file}", place(action.item), body) if part
    )
    late = bool(today and action.due and action.state in UNSETTLED and action.due < today.isoformat())
    return Row(
        state=action.state,
        text=action.text,
        owners=action.owners,
        due=_due(action.due, action.due_original, action.due_text, late),
        origin=origin,
        number=action.number,
        history=tuple(f"{m.how} {short_date(m.date) or m.file}" for m in action.mentions[1:]),
    )


def _table(rows: Sequence[Row]) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style=QUIET)
    if numbered := any(row.number for row in rows):
        table.add_column("No.", no_wrap=True)
    table.add_column("State", no_wrap=True)
    table.add_column("Action", overflow="fold")
    table.add_column("Owner", overflow="fold", max_width=20)
    if dated := any(row.due for row in rows):
        table.add_column("Due", overflow="fold", max_width=15)
    for row in rows:
        symbol, style = STATES[row.state]
        cells = [Text(f"{symbol} {row.state.replace('_', ' ')}", style=style), _text(row), _owners(row.owners)]
        number = [plain(row.number, QUIET)] if numbered else []
        table.add_row(*number, *cells, *([row.due] if dated else []))
    return table


def _text(row: Row) -> Text:
    below = ", ".join(part for part in (row.origin, *row.history) if part)
    return joined([plain(row.text), plain(below, QUIET)], "\n")


def _owners(owners: tuple[Party, ...]) -> Text:
    return joined([plain(party(owner)) for owner in owners], ",\n") if owners else Text("nobody named", style=QUIET)


def _due(due: str | None, original: str | None, as_printed: str | None, late: bool = False) -> Text:
    if not due:
        return plain(as_printed)
    was = f"was {short_date(original)}" if original and original != due else ""
    lines = [plain(short_date(due)), plain("overdue", "bold red") if late else Text(), plain(was, QUIET)]
    return joined([line for line in lines if line], "\n")

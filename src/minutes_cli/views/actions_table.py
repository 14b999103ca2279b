"""Actions as a table: of one meeting, or followed over several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Action, Party
from minutes_cli.model.tracking import State, TrackedAction
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


def meeting_actions(actions: Iterable[Action]) -> RenderableType:
    """The actions of one set of minutes."""
    return _table([Row(a.state, a.text, a.owners, _due(a.due, None, a.due_text), place(a.item)) for a in actions])


def tracked_actions(actions: Iterable[TrackedAction]) -> RenderableType:
    """Actions over meetings: where each was raised, and what became of it at later ones."""
    return _table([_tracked(action) for action in actions])


def _tracked(action: TrackedAction) -> Row:
    raised = action.raised
    origin = ", ".join(
        part for part in (f"raised {short_date(raised.date) or raised.file}", place(action.item)) if part
    )
    return Row(
        state=action.state,
        text=action.text,
        owners=action.owners,
        due=_due(action.due, action.due_original, action.due_text),
        origin=origin,
        history=tuple(f"{m.how} {short_date(m.date) or m.file}" for m in action.mentions[1:]),
    )


def _table(rows: Sequence[Row]) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style=QUIET)
    table.add_column("State", no_wrap=True)
    table.add_column("Action", overflow="fold")
    table.add_column("Owner", overflow="fold", max_width=20)
    if dated := any(row.due for row in rows):
        table.add_column("Due", overflow="fold", max_width=15)
    for row in rows:
        symbol, style = STATES[row.state]
        cells = [Text(f"{symbol} {row.state}", style=style), _text(row), _owners(row.owners)]
        table.add_row(*cells, *([row.due] if dated else []))
    return table


def _text(row: Row) -> Text:
    below = ", ".join(part for part in (row.origin, *row.history) if part)
    return joined([plain(row.text), plain(below, QUIET)], "\n")


def _owners(owners: tuple[Party, ...]) -> Text:
    return joined([plain(party(owner)) for owner in owners], ",\n") if owners else Text("nobody named", style=QUIET)


def _due(due: str | None, original: str | None, as_printed: str | None) -> Text:
    if not due:
        return plain(as_printed)
    was = f"was {short_date(original)}" if original and original != due else ""
    return joined([plain(short_date(due)), plain(was, QUIET)], "\n")

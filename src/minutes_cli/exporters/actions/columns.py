"""The columns of formats that are tables."""

from __future__ import annotations

from minutes_cli.model.minutes import Party
from minutes_cli.model.tracking import TrackedAction

COLUMNS = (
    *("id", "state", "text", "owners", "due", "due_text", "due_original"),
    *("item", "pillars", "meeting", "date", "file"),
)


def cells(action: TrackedAction) -> tuple[str, ...]:
    """The values of `COLUMNS`: several in a cell stand between semicolons, dates are ISO 8601."""
    return (
        action.id,
        action.state,
        action.text,
        "; ".join(owner(party) for party in action.owners),
        action.due or "",
        action.due_text or "",
        action.due_original or "",
        action.item or "",
        "; ".join(action.pillars),
        action.raised.meeting or "",
        action.raised.date or "",
        action.raised.file,
    )


def owner(party: Party) -> str:
    """The name where it is settled, else what is printed."""
    return party.name or party.as_written

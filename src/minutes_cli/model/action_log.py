"""The actions in a workbook that people edit and give back: which cells count, and what a row then says."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import Frozen
from minutes_cli.model.tracking import TrackedAction

SHEET = "Actions"
# The heads of the columns that are read back. What is in `EDITED` may be changed; the rest tells which action it is.
LogField = Literal["number", "id", "text", "state", "owners", "due", "note", "exported"]
HEADS: dict[LogField, str] = {
    "number": "No.",
    "id": "Id",
    "text": "Action",
    "state": "State",
    "owners": "Owner",
    "due": "Due",
    "note": "Note",
    "exported": "As exported",
}
EDITED: tuple[LogField, ...] = ("state", "owners", "due", "note")
MARKED: tuple[LogField, ...] = ("text", *EDITED)


class LogRow(Frozen):
    """One row as it came back; a date as ISO, all else as text, None for an empty cell."""

    row: int = Field(description="In the sheet, from 1.")
    number: str | None = None
    id: str | None = None
    text: str | None = None
    state: str | None = None
    owners: str | None = None
    due: str | None = None
    note: str | None = None
    exported: str | None = Field(None, description="Marks of the cells as they were exported.")
    missing: tuple[LogField, ...] = Field((), description="What the sheet has no column for any more.")
    numbers: tuple[LogField, ...] = Field((), description="Whose cells hold a number and no date or text.")
    formulas: tuple[LogField, ...] = Field((), description="Whose cells hold the result of a formula.")
    unread: str | None = Field(None, description="Why a cell of the row says nothing, such as an error in it.")

    def cells(self) -> dict[str, str | None]:
        return {name: getattr(self, name) for name in MARKED}


def cells_of(action: TrackedAction) -> dict[str, str | None]:
    """What the cells of an action hold that are read back."""
    return {
        "text": action.text,
        "state": action.state.replace("_", " "),
        "owners": "; ".join(owner.name or owner.as_written for owner in action.owners) or None,
        "due": action.due,
        "note": last_note(action),
    }


def last_note(action: TrackedAction) -> str | None:
    """What users last noted, by itself or beside another change."""
    notes = (change.value if change.kind == "note" else change.note for change in reversed(action.changes))
    return next(filter(None, notes), None)

"""CSV with columns of Microsoft Planner's own "Export plan to Excel", for Power Automate and for programs that read it.

Planner itself takes in no CSV. Of the columns of its export those stand here that minutes can fill; several people and
labels have semicolons between, as there. Dates are ISO, which Power Automate wants; the export has those of its reader.
"""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters.boards import Columns, about, day, name, settled_on, write_board
from minutes_cli.exporters.records.tables import person
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import State

# Planner refuses a task with a longer name.
_NAME = 255
_PROGRESS: dict[State, str] = {"open": "Not started", "in_progress": "In progress", "proposed": "In progress"}

_COLUMNS: Columns = (
    ("Task ID", lambda one, action: str(one)),
    ("Task Name", lambda one, action: name(action, _NAME)),
    ("Bucket Name", lambda one, action: action.body or ""),
    ("Progress", lambda one, action: _PROGRESS.get(action.state, "Completed")),
    ("Assigned To", lambda one, action: ";".join(map(person, action.owners))),
    ("Created Date", lambda one, action: day(action.raised.date)),
    ("Due date", lambda one, action: day(action.due)),
    ("Completed Date", lambda one, action: settled_on(action)),
    ("Labels", lambda one, action: ";".join((*action.pillars, *action.tags))),
    ("Description", lambda one, action: about(action)),
)


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write an action a line."""
    write_board(collection, _COLUMNS, stream)

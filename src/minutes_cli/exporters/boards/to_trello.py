"""CSV with the columns of Trello's own "Export as CSV", which programs that import cards know.

Trello itself takes in no CSV. Of the columns of its export those stand here that minutes can fill, by the same names.
"""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters.boards import Columns, about, day, name, write_board
from minutes_cli.exporters.records.tables import person
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import SETTLED, State

# Trello cuts a longer name off.
_NAME = 16384
_LISTS: dict[State, str] = {"open": "To Do", "in_progress": "Doing", "proposed": "Doing"}

_COLUMNS: Columns = (
    ("Card ID", lambda one, action: str(one)),
    ("Card Name", lambda one, action: name(action, _NAME)),
    ("Card Description", lambda one, action: about(action)),
    ("Labels", lambda one, action: ", ".join((*action.pillars, *action.tags))),
    ("Members", lambda one, action: ", ".join(map(person, action.owners))),
    ("Due Date", lambda one, action: day(action.due)),
    ("List Name", lambda one, action: _LISTS.get(action.state, "Done")),
    ("Board Name", lambda one, action: action.body or ""),
    ("Start Date", lambda one, action: day(action.raised.date)),
    ("Due Complete", lambda one, action: "true" if action.state in SETTLED else "false"),
)


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write an action a line."""
    write_board(collection, _COLUMNS, stream)

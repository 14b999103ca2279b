"""CSV for Jira: Atlassian Support, "Import data from a CSV file" and "Create issues using the CSV importer".

The header line must have Summary, and every line as many commas as it. A field that takes several values has a column
for each, all of one name. Dates are in one form, which the importer asks for.
"""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters.boards import Column, Columns, about, day, name, write_board
from minutes_cli.exporters.records.tables import person
from minutes_cli.exporters.records.to_todo import word
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import State, TrackedAction

# Jira refuses an issue with a longer summary.
_SUMMARY = 255
_STATUS: dict[State, str] = {"open": "To Do", "in_progress": "In Progress", "proposed": "In Progress"}
_RESOLUTION: dict[State, str] = {"closed": "Done", "withdrawn": "Won't Do", "superseded": "Won't Do"}

_COLUMNS: Columns = (
    ("Summary", lambda one, action: name(action, _SUMMARY)),
    ("Issue Type", lambda one, action: "Task"),
    ("Status", lambda one, action: _STATUS.get(action.state, "Done")),
    ("Resolution", lambda one, action: _RESOLUTION.get(action.state, "")),
    # an issue has one
    ("Assignee", lambda one, action: person(action.owners[0]) if action.owners else ""),
    ("Due Date", lambda one, action: day(action.due)),
    ("Created", lambda one, action: day(action.raised.date)),
    ("Description", lambda one, action: about(action)),
    ("External Issue ID", lambda one, action: str(one)),
)


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write an action a line."""
    most = max((len(_labels(action)) for action in collection.actions), default=0)
    write_board(collection, (*_COLUMNS, *(_label(place) for place in range(max(1, most)))), stream)


def _labels(action: TrackedAction) -> list[str]:
    """No label holds a blank."""
    return list(dict.fromkeys(map(word, (*action.pillars, *action.tags))))


def _label(place: int) -> Column:
    return "Labels", lambda one, action: next(iter(_labels(action)[place:]), "")

"""CSV for the importer of Jira, which maps columns to fields by name."""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters.boards import Columns, about, day, name, write_board
from minutes_cli.exporters.records.tables import person
from minutes_cli.exporters.records.to_todo import word
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import State

# Jira refuses an issue with a longer summary.
_SUMMARY = 255
_STATUS: dict[State, str] = {"open": "To Do", "in_progress": "In Progress", "proposed": "In Progress"}
_RESOLUTION: dict[State, str] = {"closed": "Done", "withdrawn": "Won't Do", "superseded": "Won't Do"}

_COLUMNS: Columns = {
    "Summary": lambda one, action: name(action, _SUMMARY),
    "Issue Type": lambda one, action: "Task",
    "Status": lambda one, action: _STATUS.get(action.state, "Done"),
    "Resolution": lambda one, action: _RESOLUTION.get(action.state, ""),
    # an issue has one
    "Assignee": lambda one, action: person(action.owners[0]) if action.owners else "",
    "Due Date": lambda one, action: day(action.due),
    "Created": lambda one, action: day(action.raised.date),
    # blanks stand between labels, not in them
    "Labels": lambda one, action: " ".join(dict.fromkeys(map(word, (*action.pillars, *action.tags)))),
    "Description": lambda one, action: about(action),
    "External Issue ID": lambda one, action: str(one),
}


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write an action a line."""
    write_board(collection, _COLUMNS, stream)

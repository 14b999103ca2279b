"""What a user did to an action of the register a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import within
from minutes_cli.exporters.tidy.table import Cell, Column, TidyTable
from minutes_cli.model.collection import Collection


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for action in collection.actions:
        for one in action.changes:
            yield (
                *(within(action.id, f"c{one.number}"), action.id, one.number, one.kind, one.on),
                *(one.value, one.note, one.who, one.at),
            )


TABLE = TidyTable(
    "changes",
    "Changes",
    (
        Column("id", "Of the change."),
        Column("action", "Id of the action."),
        Column("number", "In the register.", "integer"),
        Column("kind", "close, reopen, assign, due, note, tag, untag, link or unlink."),
        Column("since", "Day from which it holds.", "date"),
        Column("value", "Owner, date, text, tag or the other action, by kind."),
        Column("note", "Why."),
        Column("who", "Who recorded it."),
        Column("recorded_at", "With time and zone."),
    ),
    _rows,
    links=(("action", ("actions", "id")),),
)

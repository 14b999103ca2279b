"""Someone who is to do an action a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import within
from minutes_cli.exporters.tidy.table import Cell, Column, TidyTable
from minutes_cli.model.collection import Collection


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for action in collection.actions:
        for position, owner in enumerate(action.owners, 1):
            yield (within(action.id, position), action.id, position, owner.name, owner.as_written)


TABLE = TidyTable(
    "owners",
    "Owners",
    (
        Column("id", "Of the pair of action and owner."),
        Column("action", "Id of the action."),
        Column("position", "Among its owners, from 1.", "integer"),
        Column("name", "Name of the attendee, where it is settled."),
        Column("as_written", "As printed."),
    ),
    _rows,
    links=(("action", ("actions", "id")),),
)

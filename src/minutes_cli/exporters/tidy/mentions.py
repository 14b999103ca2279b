"""What the minutes of one meeting say of one action a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import Sittings, within
from minutes_cli.exporters.tidy.table import Cell, Column, TidyTable, place_columns
from minutes_cli.model.collection import Collection


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    sittings = Sittings(collection)
    for action in collection.actions:
        for position, one in enumerate(action.mentions, 1):
            yield (
                *(within(action.id, f"m{position}"), action.id, position, sittings.id_of(one), one.date, one.file),
                *(one.how, one.state, one.struck, one.quote, one.update, one.page, one.line),
            )


TABLE = TidyTable(
    "mentions",
    "Mentions",
    (
        Column("id", "Of the mention."),
        Column("action", "Id of the action."),
        Column("position", "Among its mentions, from 1.", "integer"),
        Column("meeting", "Id of the meeting; empty where it is not exported."),
        Column("date", "Of the meeting.", "date"),
        Column("file", "Name of the file with its minutes."),
        Column("how", "raised, updated, carried, closed or withdrawn."),
        Column("state", "The state in which documents leave the action with it."),
        Column("struck", "Whether a corrected version of those minutes holds it no longer.", "boolean"),
        Column("quote", "Verbatim."),
        Column("progress", "What the minutes say became of it."),
        *place_columns("the quote"),
    ),
    _rows,
    links=(("action", ("actions", "id")), ("meeting", ("meetings", "id"))),
)

"""An agenda item, or a heading inside one, a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import keyed, within
from minutes_cli.exporters.tidy.table import MEETING, Cell, Column, TidyTable, joined, place_columns
from minutes_cli.model.collection import Collection
from minutes_cli.model.places import NOWHERE, places_of


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for meeting, minutes in keyed(collection):
        places = places_of(minutes)
        for position, item in enumerate(minutes.items):
            yield (
                *(within(meeting, item.id), meeting, minutes.meeting.date, position + 1, item.number, item.title),
                *(item.level, within(meeting, item.parent) if item.parent else None, joined(item.pillars)),
                "\n".join(item.paragraphs) or None,
                *places.get(f"/items/{position}/title", NOWHERE),
            )


TABLE = TidyTable(
    "items",
    "Items",
    (
        Column("id", "Of the item; other tables refer to it."),
        *MEETING,
        Column("position", "In the minutes, from 1.", "integer"),
        Column("number", "As printed."),
        Column("title", "The heading's text."),
        Column("level", "1 for a top item, 2 for one inside it.", "integer"),
        Column("parent", "Id of the item that holds this one."),
        Column("pillars", "Priorities of the plan tagged on it, with semicolons between."),
        Column("text", "What stands under the heading, a paragraph a line."),
        *place_columns("the heading"),
    ),
    _rows,
    links=(("meeting", ("meetings", "id")), ("parent", ("items", "id"))),
)

"""An attributed sentence or passage of a discussion a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import keyed, within
from minutes_cli.exporters.tidy.table import MEETING, Cell, Column, TidyTable, place_columns
from minutes_cli.model.collection import Collection
from minutes_cli.model.places import NOWHERE, places_of


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for meeting, minutes in keyed(collection):
        places = places_of(minutes)
        for position, item in enumerate(minutes.items):
            for number, one in enumerate(item.exchanges):
                yield (
                    *(within(meeting, one.id), meeting, minutes.meeting.date, within(meeting, item.id)),
                    *(one.kind, one.speaker.name, one.speaker.as_written, one.text),
                    within(meeting, one.answers) if one.answers else None,
                    *places.get(f"/items/{position}/exchanges/{number}/text", NOWHERE),
                )


TABLE = TidyTable(
    "exchanges",
    "Exchanges",
    (
        Column("id", "Of the passage."),
        *MEETING,
        Column("item", "Id of the item."),
        Column("kind", "question, answer or statement."),
        Column("speaker", "Name of the attendee who speaks, where it is settled."),
        Column("as_written", "The speaker as printed."),
        Column("text", "Verbatim."),
        Column("answers", "Id of the question that it answers."),
        *place_columns("the text"),
    ),
    _rows,
    links=(("meeting", ("meetings", "id")), ("item", ("items", "id")), ("answers", ("exchanges", "id"))),
)

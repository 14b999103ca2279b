"""The place of a value in its source a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import keyed, within
from minutes_cli.exporters.tidy.table import Cell, Column, TidyTable, place_columns
from minutes_cli.model.collection import Collection


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for meeting, minutes in keyed(collection):
        for position, one in enumerate(minutes.evidence, 1):
            yield (
                *(within(meeting, f"e{position}"), meeting, one.path, one.quote, one.grade, one.confidence, one.rule),
                *(one.page, one.line, one.block, *(one.bbox or (None,) * 4)),
            )


TABLE = TidyTable(
    "evidence",
    "Evidence",
    (
        Column("id", "Of the place."),
        Column("meeting", "Id of the meeting."),
        Column("path", "JSON Pointer to the value in the meeting's data."),
        Column("quote", "Verbatim from the source, white space folded."),
        Column("grade", "exact, normalised, derived or ambiguous."),
        Column("confidence", "That the value is right, from 0 to 1.", "number"),
        Column("rule", "Name of the rule that read it."),
        *place_columns("the quote"),
        Column("block", "Path such as table[1]/row[3], in formats with neither pages nor lines."),
        Column("x0", "Left edge in points from the page's left.", "number"),
        Column("top", "Top edge in points from the page's top.", "number"),
        Column("x1", "Right edge in points from the page's left.", "number"),
        Column("bottom", "Bottom edge in points from the page's top.", "number"),
    ),
    _rows,
    links=(("meeting", ("meetings", "id")),),
)

"""An item that is tagged with a priority of the plan a row; a priority without items has one of its own."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import keyed, within
from minutes_cli.exporters.tidy.table import MEETING, Cell, Column, TidyTable
from minutes_cli.model.collection import Collection


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for meeting, minutes in keyed(collection):
        pairs = [(pillar.name, item) for pillar in minutes.pillars for item in pillar.items or (None,)]
        for position, (name, item) in enumerate(pairs, 1):
            yield (
                *(within(meeting, f"t{position}"), meeting, minutes.meeting.date),
                *(name, within(meeting, item) if item else None),
            )


TABLE = TidyTable(
    "pillars",
    "Pillars",
    (
        Column("id", "Of the pair of pillar and item."),
        *MEETING,
        Column("pillar", "Name of the priority."),
        Column("item", "Id of the item."),
    ),
    _rows,
    links=(("meeting", ("meetings", "id")), ("item", ("items", "id"))),
)

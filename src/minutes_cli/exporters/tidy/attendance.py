"""A person at a meeting, or missing from it, a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import keyed, within
from minutes_cli.exporters.tidy.table import MEETING, Cell, Column, TidyTable, place_columns
from minutes_cli.model.collection import Collection
from minutes_cli.model.places import NOWHERE, places_of


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for meeting, minutes in keyed(collection):
        places = places_of(minutes)
        for position, one in enumerate(minutes.attendees):
            yield (
                *(within(meeting, f"p{position + 1}"), meeting, minutes.meeting.date),
                *(one.name, one.role, one.abbreviation, one.status, one.note),
                *places.get(f"/attendees/{position}/name", NOWHERE),
            )


TABLE = TidyTable(
    "attendance",
    "Attendance",
    (
        Column("id", "Of the person at this meeting."),
        *MEETING,
        Column("name", "As printed, without courtesy title."),
        Column("role", "Capacity, job title or organisation printed beside the name."),
        Column("abbreviation", "Initials or acronym that the attendance gives the person."),
        Column("status", "present, in_attendance, apologies or absent."),
        Column("note", "Why or how the person was there or missing, as printed."),
        *place_columns("the name"),
    ),
    _rows,
    links=(("meeting", ("meetings", "id")),),
)

"""A meeting a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import keyed
from minutes_cli.exporters.tidy.table import Cell, Column, TidyTable
from minutes_cli.model.collection import Collection


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for key, minutes in keyed(collection):
        meeting, following, source = minutes.meeting, minutes.next_meeting, minutes.source
        yield (
            *(key, meeting.body, meeting.title, meeting.date, meeting.start_time, meeting.end_time),
            *(meeting.venue, meeting.chair, meeting.minute_taker),
            *((following.date, following.time, following.venue, following.kind) if following else (None,) * 4),
            *(source.file, source.sha256, source.media_type, source.pages, source.part, source.profile),
        )


TABLE = TidyTable(
    "meetings",
    "Meetings",
    (
        Column("id", "Of the meeting; other tables refer to it."),
        Column("body", "The organisation or committee that met, as printed."),
        Column("title", "The heading that names the meeting, as printed."),
        Column("date", "Of the meeting; of one over several days the first.", "date"),
        Column("start_time", "Local time as printed.", "time"),
        Column("end_time", "Of the adjournment.", "time"),
        Column("venue", "Place, room or kind of call, as printed."),
        Column("chair", "Who chaired it."),
        Column("minute_taker", "Who took the minutes."),
        Column("next_date", "Of the next meeting.", "date"),
        Column("next_time", "Of the next meeting.", "time"),
        Column("next_venue", "Of the next meeting."),
        Column("next_kind", "Name of the next meeting."),
        Column("file", "Name of the file that was read."),
        Column("sha256", "Of the file's bytes."),
        Column("media_type", "Of the file."),
        Column("pages", "Of the file.", "integer"),
        Column("part", "Of several meetings in the file, which, from 1.", "integer"),
        Column("profile", "The cues that it was read with."),
    ),
    _rows,
)

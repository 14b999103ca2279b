"""The columns of meetings."""

from __future__ import annotations

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.records import HeldMeeting

_FACTS = ("key", "date", "start_time", "body", "title", "chair", "file", "path", "sha256", "added")
_NEXT = ("next_date", "next_time", "next_venue", "next_kind")
_COUNTS = ("versions", "attendees", "items", "actions", "decisions")

MEETINGS = Table[HeldMeeting](
    columns=(*_FACTS, *_COUNTS, *_NEXT),
    cells=lambda one: tuple(
        "" if (value := getattr(one, name)) is None else str(value) for name in (*_FACTS, *_COUNTS, *_NEXT)
    ),
    header=("Date", "Meeting", "Key", "Items", "Actions", "Decisions"),
    brief=lambda one: (
        *(one.date or "", one.title or one.body or one.file, one.key),
        *map(str, (one.items, one.actions, one.decisions)),
    ),
)

"""A next meeting that is not after this one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minutes_cli.model.minutes import Diagnostic, Minutes
from minutes_cli.parser.slips.record import Record, quoted, slip


def find(record: Record) -> Iterator[Diagnostic]:
    printed = record.draft.next_meeting.get("date")
    if printed is None or record.day is None or date.fromisoformat(printed.value) > record.day:
        return
    if not _later_that_day(record.minutes):
        text = next(iter(printed.quotes), None)
        message = f"{quoted(text or printed.value)} as next meeting is not after this one ({record.day})"
        yield slip("next-meeting-not-later", message, text, "/next_meeting/date")


def _later_that_day(minutes: Minutes) -> bool:
    """Whether the next meeting follows on the same day: an annual meeting and the usual one after it."""
    following, meeting = minutes.next_meeting, minutes.meeting
    end = meeting.end_time or meeting.start_time
    return bool(following and following.time and end and following.date == meeting.date and following.time > end)

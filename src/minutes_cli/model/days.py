"""The days and times in minutes, each with its place: that they are some."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Minutes

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)


def impossible(minutes: Minutes) -> Iterator[str]:
    """Of each day or time that cannot be, what is said of it: 'meeting/date: "2024-13-06" is no date'."""
    for where, value in _days(minutes):
        if value is not None and not _is_day(value):
            yield f'{where}: "{value}" is no date such as 2024-03-06'
    meeting, following = minutes.meeting, minutes.next_meeting
    times = [("meeting/start_time", meeting.start_time), ("meeting/end_time", meeting.end_time)]
    times += [("next_meeting/time", following.time)] if following else []
    for where, value in times:
        if value is not None and not _TIME.fullmatch(value):
            yield f'{where}: "{value}" is no time such as 14:30'


def _days(minutes: Minutes) -> Iterator[tuple[str, str | None]]:
    yield "meeting/date", minutes.meeting.date
    for at, action in enumerate(minutes.actions):
        yield f"actions/{at}/due", action.due
    for at, commitment in enumerate(minutes.commitments):
        yield f"commitments/{at}/when", commitment.when
    if minutes.next_meeting:
        yield "next_meeting/date", minutes.next_meeting.date


def _is_day(value: str) -> bool:
    try:
        return bool(_DAY.fullmatch(value) and datetime.date.fromisoformat(value))
    except ValueError:
        return False

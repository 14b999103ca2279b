"""The meeting ends before it begins.

Why: One of the two times is wrong.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Time: 14:30

    Present: Ada Roe, Ben Cole

    ## Close

    The meeting closed at 11.15 am.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Time: 14:30

    Present: Ada Roe, Ben Cole

    ## Close

    The meeting closed at 4.15 pm.
Fix: Mend the wrong one; an end after noon printed without "pm" wants it, or 24 hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject

_HALF_DAY, _DAY = 12 * 60, 24 * 60
# A meeting that ran past midnight began in the afternoon and took no longer than this.
_LONGEST_NIGHT = 10 * 60
_ZONE = re.compile(r"\b(?!AM|PM)[A-Z]{2,4}\b")


def check(subject: Subject) -> Iterator[Flag]:
    meeting = subject.minutes.meeting
    if meeting.start_time is None or meeting.end_time is None:
        return
    start, end = _minutes(meeting.start_time), _minutes(meeting.end_time)
    if end >= start or (start >= _HALF_DAY and end + _DAY - start <= _LONGEST_NIGHT):
        return
    place, begun = subject.place("/meeting/end_time"), subject.place("/meeting/start_time")
    said = place.quote if place else ""
    if begun and set(_ZONE.findall(said)) != set(_ZONE.findall(begun.quote)):
        return  # the clocks of two places
    # "2 pm to 4.30": the half of the day is not printed again
    if end < _HALF_DAY and end + _HALF_DAY > start and not re.search(r"\d\s?[ap]\.?\s?m\b|:", said, re.IGNORECASE):
        return
    yield Flag(f"the meeting ends at {meeting.end_time} and begins at {meeting.start_time}", place, "/meeting/end_time")


def _minutes(time: str) -> int:
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)


RULE = Rule("M107", "end-before-start", "warning", check)

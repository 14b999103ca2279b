"""The next meeting falls on a Saturday or Sunday, though this one does not.

Why: Bodies that meet on weekdays seldom move to a weekend: more often the day or the month is wrong.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 6 April 2025
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 7 April 2025
Fix: Look into a calendar; where the weekend is meant, print the weekday beside the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.days import day_of, long_date

_SATURDAY = 5
_SAID = re.compile(r"\b(?:sat|sun)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    path = "/next_meeting/date"
    following, place = subject.minutes.next_meeting, subject.place(path)
    day, today = day_of(following.date if following else None), day_of(subject.minutes.meeting.date)
    if day is None or today is None or day.weekday() < _SATURDAY or today.weekday() >= _SATURDAY:
        return
    if place is None or not _SAID.search(place.quote):
        yield Flag(f"the next meeting is on {long_date(day.isoformat())}", place, path)


RULE = Rule("M605", "next-meeting-on-weekend", "info", check)

"""The meeting was held on another day than the minutes before it announced.

Why: Minutes of record named a day, and some may have kept it; say how the new one was made known.
Flags: Minutes of 3 March announce 7 April; the next are of 9 April.
Passes: The next minutes are of 7 April.
Fix: Mend the date if it is a slip; else note that the meeting was moved and how people were told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minutes_cli.rules.across.meetings import Series
from minutes_cli.rules.base import Flag, Rule
from minutes_cli.text.days import day_of, long_date

# A meeting is moved by a few days; one that was held later than that is rather another one.
_MOST_DAYS = 10


def across(series: Series) -> Iterator[tuple[int, Flag]]:
    for chain in series.chains:
        for before, after in pairwise(chain):
            following = before.subject.minutes.next_meeting
            announced = day_of(following.date) if following else None
            if announced is None or after.day is None or announced == after.day:
                continue
            if abs((after.day - announced).days) <= _MOST_DAYS:
                message = (
                    f"held on {long_date(after.day.isoformat())}, but the minutes before announced "
                    f"{long_date(announced.isoformat())}"
                )
                yield after.at, Flag(message, after.subject.place("/meeting/date"), "/meeting/date")


RULE = Rule("M903", "other-date-than-announced", "info", across=across)

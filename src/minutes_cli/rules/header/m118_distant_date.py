"""The next meeting, or the day an action is due, is years after this meeting.

Why: A year that is mistyped (2052 for 2025) sends nobody a reminder: the action is never overdue.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 5 May 2052
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 5 May 2025
Fix: Write the year that was meant. Up to five years are taken for a plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.days import day_of

# Plans reach so many years ahead.
_YEARS = 5
_DAYS = 365.25


def check(subject: Subject) -> Iterator[Flag]:
    minutes = subject.minutes
    held = day_of(minutes.meeting.date)
    told = [("/next_meeting/date", minutes.next_meeting.date if minutes.next_meeting else None, "the next meeting is")]
    told += [(f"/actions/{number}/due", action.due, "this is due") for number, action in enumerate(minutes.actions)]
    for path, written, what in told:
        day = day_of(written)
        if held and day and (years := (day - held).days / _DAYS) > _YEARS:
            after = "this one" if path.startswith("/next") else "this meeting"
            yield Flag(f"{what} {years:.0f} years after {after}", subject.place(path), path)


RULE = Rule("M118", "distant-date", "warning", check)

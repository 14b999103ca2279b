"""The weekday of the next meeting is not that of its date.

Why: Half of the members come on the weekday, the others on the date.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: Tuesday 7 April 2025
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: Monday 7 April 2025
Fix: Look into a calendar and mend the weekday or the date. --unsafe-fixes trusts the date and mends the weekday.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.weekdays import wrong_weekdays


def check(subject: Subject) -> Iterator[Flag]:
    return wrong_weekdays(subject, of_next=True)


RULE = Rule("M604", "next-meeting-weekday", "error", check, fixes="unsafe", kinds=("minutes", "agenda"))

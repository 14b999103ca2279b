"""The title does not tell the date.

Why: A list of search results, of browser tabs or of a folder shows titles alone: those of a year all look the same.
Flags:
    # Minutes of the Harbour Trust

    Held on 3 March 2025

    Present: Ada Roe, Ben Cole
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole
Fix: End the title with the date ("Minutes of the Harbour Trust, 3 March 2025").
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.dates import find_dates


def check(subject: Subject) -> Iterator[Flag]:
    meeting = subject.minutes.meeting
    if meeting.title is None or meeting.date is None:
        return
    day = date.fromisoformat(meeting.date)
    # a month and its year tell the meetings of most bodies apart
    if not any(
        found.value is not None or (found.year, found.month) == (day.year, day.month)
        for found in find_dates(meeting.title, default_year=day.year)
    ):
        yield Flag("the title does not tell the date", subject.place("/meeting/title"), "/meeting/title")


RULE = Rule("M113", "title-without-date", "info", check, default=False)

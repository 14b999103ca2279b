"""The minutes do not say when the meeting was.

Why: Minutes without a date cannot be put in order, approved or cited, and nothing in them can fall due.
Flags:
    # Minutes of the Harbour Trust

    Present: Ada Roe, Ben Cole

    1. Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    1. Budget

    The budget was discussed.
Fix: Put the date with its year into the title or on a line of its own ("Date: 3 March 2025").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    if subject.minutes.meeting.date is None:
        yield Flag("no date of the meeting was found", subject.place("/meeting/title"), "/meeting/date")


RULE = Rule("M101", "missing-date", "error", check)

"""A weekday is not that of its date.

Why: One of the two is wrong, and who reads "Tuesday 5 March 2025" cannot know which: people come on the wrong day.
Flags:
    # Minutes of the Harbour Trust

    Held on Tuesday 5 March 2025 in the Old Boathouse

    Present: Ada Roe, Ben Cole
Passes:
    # Minutes of the Harbour Trust

    Held on Wednesday 5 March 2025 in the Old Boathouse

    Present: Ada Roe, Ben Cole
Fix: Look into a calendar and mend the weekday or the date. --unsafe-fixes trusts the date and mends the weekday.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.weekdays import wrong_weekdays


def check(subject: Subject) -> Iterator[Flag]:
    return wrong_weekdays(subject, of_next=False)


RULE = Rule("M103", "weekday-mismatch", "error", check, fixes="unsafe", kinds=("minutes", "agenda"))

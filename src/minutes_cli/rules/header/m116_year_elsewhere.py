"""The date of the meeting is printed without its year, which stands elsewhere.

Why: The date line is what is copied and cited; without the year it is that of every year.
Flags:
    # Minutes of the Harbour Trust, March 2025

    Date: Monday 3 March

    Present: Ada Roe, Ben Cole
Passes:
    # Minutes of the Harbour Trust, March 2025

    Date: Monday 3 March 2025

    Present: Ada Roe, Ben Cole
Fix: Write the year behind the month.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    for _ in subject.told("date-year-inferred"):
        yield Flag("the year of the date stands elsewhere", subject.place("/meeting/date"), "/meeting/date")


RULE = Rule("M116", "year-elsewhere", "info", check)

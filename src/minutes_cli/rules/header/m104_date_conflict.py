"""Two places give the meeting two different dates.

Why: Title, date line and page header all name the day of the meeting. Where they differ one of them was copied from
    older minutes, and whoever cites the other is wrong.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Date: 10 March 2025

    Present: Ada Roe, Ben Cole
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Date: 3 March 2025

    Present: Ada Roe, Ben Cole
Fix: Write the day on which the meeting took place in both places.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "date-conflict")


RULE = Rule("M104", "date-conflict", "error", check, kinds=("minutes", "agenda"))

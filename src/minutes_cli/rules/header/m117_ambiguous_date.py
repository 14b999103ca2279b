"""The date of the meeting is in figures that may be read in two ways: 03/04/2025.

Why: Half of the world reads the third of April, the other half the fourth of March.
Flags:
    # Minutes of the Harbour Trust

    Date: 03/04/2025

    Present: Ada Roe, Ben Cole
Passes:
    # Minutes of the Harbour Trust

    Date: 3 April 2025

    Present: Ada Roe, Ben Cole
Fix: Write the month in letters ("3 April 2025"), or the year first ("2025-04-03").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject

# With points the day comes first wherever dates are written so.
_FIGURES = re.compile(r"\b(?P<one>\d{1,2})\s?[/-]\s?(?P<two>\d{1,2})\s?[/-]\s?(?:\d{4}|\d\d)\b")
_MONTHS = 12


def check(subject: Subject) -> Iterator[Flag]:
    """Not where a weekday beside it, or the title in letters, tells which of the two is the month."""
    place = subject.place("/meeting/date")
    found = _FIGURES.fullmatch(place.quote) if place else None
    if found and found["one"] != found["two"] and max(int(found["one"]), int(found["two"])) <= _MONTHS:
        yield Flag(f"“{found[0]}” may be read with day or month first", place, "/meeting/date")


RULE = Rule("M117", "ambiguous-date", "info", check)

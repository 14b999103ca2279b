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

import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.rules.base import Flag, Rule, Subject, place_of

_SHORT = 3
_DAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    for told in subject.told("weekday-mismatch"):
        yield Flag(told.message, place_of(told), told.path, fix=_fix(told))


def _fix(told: Diagnostic) -> Fix | None:
    """The weekday of the date as the message has it, in the form of the one printed."""
    address, quote = told.line or told.block, told.quote or ""
    printed, right = _DAY.search(quote), told.message.rpartition(" ")[2]
    if address is None or printed is None:
        return None
    new = right[:_SHORT] if len(printed[0]) == _SHORT else right
    new = new.upper() if printed[0].isupper() else new
    return Fix((Edit(address, quote, quote.replace(printed[0], new, 1)),), safe=False)


RULE = Rule("M103", "weekday-mismatch", "error", check, fixes="unsafe", kinds=("minutes", "agenda"))

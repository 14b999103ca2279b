"""Weekdays that are not those of their dates, as flags: of the next meeting's date or of all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.rules.base import Flag, Subject, place_of

_SHORT = 3
_DAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)
_NEXT = "/next_meeting/"


def wrong_weekdays(subject: Subject, of_next: bool) -> Iterator[Flag]:
    """Those of the next meeting, or those of everything else."""
    for told in subject.told("weekday-mismatch"):
        if (told.path or "").startswith(_NEXT) == of_next:
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

"""Weekdays that are not those of their dates, as flags: of the next meeting's date or of all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.rules.base import Flag, Subject, place_of

_SHORT = 3
_DAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?!\d)")
_YEAR = re.compile(r"\b(\d{4}) is a \w+$")
_NEXT = "/next_meeting/"


def wrong_weekdays(subject: Subject, of_next: bool) -> Iterator[Flag]:
    """Those of the next meeting, or those of everything else."""
    for told in subject.told("weekday-mismatch"):
        if (told.path or "").startswith(_NEXT) == of_next and not _is_month_first(told):
            yield Flag(told.message, place_of(told), told.path, fix=_fix(told))


def _is_month_first(told: Diagnostic) -> bool:
    """Whether figures were read as day and month, and the weekday fits them as month and day: "Thursday 2/6"."""
    figures, printed = _FIGURES.search(told.quote or ""), _DAY.search(told.quote or "")
    year = _YEAR.search(told.message)
    if figures is None or printed is None or year is None:
        return False
    try:
        swapped = date(int(year[1]), int(figures[1]), int(figures[2]))
    except ValueError:
        return False
    return f"{swapped:%a}".casefold() == printed[0][:_SHORT].casefold()


def _fix(told: Diagnostic) -> Fix | None:
    """The weekday of the date as the message has it, in the form of the one printed."""
    address, quote = told.line or told.block, told.quote or ""
    printed, right = _DAY.search(quote), told.message.rpartition(" ")[2]
    if address is None or printed is None:
        return None
    new = right[:_SHORT] if len(printed[0]) == _SHORT else right
    new = new.upper() if printed[0].isupper() else new
    return Fix((Edit(address, quote, quote.replace(printed[0], new, 1)),), safe=False)

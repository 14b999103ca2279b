"""Slips of the writer: what in the minutes contradicts itself or cannot be. One file a kind, each a pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.slips import (
    impossible,
    meeting_dates,
    next_meetings,
    numbering,
    owners,
    pillars,
    spellings,
    weekdays,
)
from minutes_cli.parser.slips.record import Record

KINDS: tuple[Callable[[Record], Iterator[Diagnostic]], ...] = (
    meeting_dates.find,
    weekdays.find,
    impossible.find,
    next_meetings.find,
    owners.find,
    numbering.find,
    pillars.find,
    spellings.find,
)


# These hang on one letter or figure: where a page was read from its picture it is as likely misread as miswritten.
_BY_A_LETTER = (owners.find, numbering.find, spellings.find)


def find_slips(record: Record) -> tuple[Diagnostic, ...]:
    """Every slip once, kind by kind, those of a kind in the order of the document."""
    misread = _BY_A_LETTER if any(one.code == "ocr" for one in record.minutes.diagnostics) else ()
    return tuple(dict.fromkeys(found for kind in KINDS if kind not in misread for found in kind(record)))

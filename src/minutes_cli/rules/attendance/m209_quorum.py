"""Fewer people are recorded as present than the quorum asks for.

Why: What a meeting without a quorum decides is void.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    Apologies: Cy Dew, Di Fox

    The quorum is three members.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew

    Apologies: Di Fox

    The quorum is three members.
Fix: Complete the list of those present, or record that the meeting had no quorum and decided nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.document import Place
from minutes_cli.rules.base import Flag, Rule, Subject, at

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_OF = {word: number for number, word in enumerate(_WORDS, 2)}
_PART = r"(?:%|per ?cent|/|thirds?\b|quarters?\b|tenths?\b|fifths?\b)"
_QUORUM = re.compile(
    r"\bquorum\b(?:\s(?:required|needed|for this meeting|of the \w{1,20}))?\s?"
    rf"(?::|of|is|was|being|=|stands at|\()\s?(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})\b(?!\s?{_PART})",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:inquorate|not quorate|(?:no|not a|without a?|lack of a?)\s?quorum|quorum (?:was|had) not)\b", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Flag]:
    """By the template's number, or else the one that is printed; minutes that tell of it themselves are right."""
    quorum, place = _quorum(subject)
    present = sum(person.status == "present" for person in subject.minutes.attendees)
    if quorum and 0 < present < quorum and not _TOLD.search(subject.text):
        place = place or subject.place("/attendees/0/name")
        yield Flag(f"{present} are recorded as present, the quorum is {quorum}", place, "/attendees")


def _quorum(subject: Subject) -> tuple[int | None, Place | None]:
    if subject.template and subject.template.attendance.quorum:
        return subject.template.attendance.quorum, None
    for paragraph in subject.body:
        if found := _QUORUM.search(paragraph.text):
            written = found["number"].lower()
            return _NUMBER_OF.get(written) or int(written), at(paragraph, *found.span())
    return None, None


RULE = Rule("M209", "quorum-not-reached", "warning", check)

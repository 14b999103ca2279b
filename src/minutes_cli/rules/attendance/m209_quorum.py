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
    r"(?:\(quorum\s?(?:[:=]\s?)?(?P<short>\d{1,2})\)|"
    r"\bquorum\b(?:\s(?:required|needed|for this meeting|of the \w{1,20}))?\s?"
    rf"(?::|of|is|was|being|=|stands at|\()\s?(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})\b(?!\s?{_PART}))",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:inquorate|not quorate|(?:no|not a|without a?|lack of a?)\s?quorum|quorum (?:was|had) not)\b", re.IGNORECASE
)

# What a meeting without a quorum may still do.
_FORMAL = re.compile(r"\b(?:adjourn|close|postpone|reconvene|inquorate|quorum|ratif)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    """By the template's number, or else the one that is printed; minutes that tell of it and decide nothing pass."""
    quorum, place = _quorum(subject)
    present = sum(person.status == "present" for person in subject.minutes.attendees)
    if not quorum or not 0 < present < quorum:
        return
    if not _TOLD.search(subject.text):
        place = place or subject.place("/attendees/0/name")
        yield Flag(f"{present} are recorded as present, the quorum is {quorum}", place, "/attendees")
        return
    for number, decision in enumerate(subject.minutes.decisions):
        if decision.outcome == "carried" and not _FORMAL.search(decision.text):
            path = f"/decisions/{number}"
            place = subject.place(f"{path}/text") or place
            yield Flag(f"this was decided without a quorum: {present} were present of {quorum}", place, path)
            return


def _quorum(subject: Subject) -> tuple[int | None, Place | None]:
    if subject.template and subject.template.attendance.quorum:
        return subject.template.attendance.quorum, None
    for paragraph in subject.body:
        if found := _QUORUM.search(paragraph.text):
            written = (found["short"] or found["number"]).lower()
            return _NUMBER_OF.get(written) or int(written), at(paragraph, *found.span())
    return None, None


RULE = Rule("M209", "quorum-not-reached", "warning", check)

"""An acronym is used more than once and nowhere explained.

Why: Minutes are read years later, and by people who were not there. One that stands once may be a name of its own.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    The MMO asked for a survey. The survey will be sent to the MMO in May.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    The Marine Management Organisation (MMO) asked for a survey. The survey will be sent to the MMO in May.
Fix: Write it in full where it is first used, with the short form in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.document import Paragraph
from minutes_cli.rules.base import Flag, Rule, Subject, at
from minutes_cli.text.names import initials_forms

_ACRONYM = re.compile(r"(?<![\w/&.@#-])[A-Z]{3,6}(?![\w/&@-]|\.\w)")
_ROMAN = re.compile(r"[IVXLC]+")
# Used once, it may be a name of its own; used so often it is a short form.
_LEAST = 2
# What everybody knows, and words that minutes print in capitals.
_KNOWN = frozenset(
    re.findall(
        r"[A-Z]+",
        "AGM EGM AOB TBC TBD TBA FYI ASAP PDF USB GPS DVD CCTV URL FAQ RSVP USA BBC NHS VAT PAYE GDPR GBP EUR USD BST "
        "GMT UTC CEO CFO COO CIO HMRC NATO UNESCO COVID IRC HTML HTTP HTTPS JSON XML XSD UML API SQL CSV PNG "
        "THE AND NOT ALL FOR ANY BUT NEW YES NONE NOTE ITEM ITEMS ACTION AGREED NOTED DONE OPEN CLOSED CLOSE MOTION "
        "TODO DATE TIME VENUE CHAIR DRAFT FINAL MUST WILL SHALL APP DUE WHO WHAT WHEN AYE AYES NAY NAYS ABSENT END "
        "VOTE VOTED OWNER JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN",
    )
)
# A name of several words: its initials explain what they make.
_NAME = re.compile(r"[A-Z][a-z’']{1,30}(?:[\s-]{1,3}(?:(?:of|the|and|for|in|on|to|&)\s){0,3}[A-Z][a-z’']{0,30}){1,9}")
_INITIAL = re.compile(r"[A-Z]")
# A line of capitals tells nothing of its words.
_LOWER = re.compile(r"[a-z]{3}")


def check(subject: Subject) -> Iterator[Flag]:
    known = set(_KNOWN) | {short.upper() for short in subject.profile.offices}
    for person in subject.minutes.attendees:
        known |= {(person.abbreviation or "").upper(), *(form.upper() for form in initials_forms(person.name))}
    seen: dict[str, list[tuple[Paragraph, int]]] = {}
    for paragraph in subject.body:
        if _LOWER.search(paragraph.text):
            for hit in _ACRONYM.finditer(paragraph.text):
                if hit[0] not in known and not _ROMAN.fullmatch(hit[0]):
                    seen.setdefault(hit[0], []).append((paragraph, hit.start()))
    often = {short: places for short, places in seen.items() if len(places) >= _LEAST}
    text = "\n".join(paragraph.text for paragraph in subject.paragraphs) if often else ""
    names = "\n".join("".join(_INITIAL.findall(name[0])) for name in _NAME.finditer(text))
    for short, places in often.items():
        if short not in names and not re.search(
            rf"\(\W?{short}\b|\b{short}(?:'s|’s)?\s?(?:\(|[:=–-]\s?[A-Z][a-z])", text
        ):
            paragraph, start = places[0]
            yield Flag(f"“{short}” is nowhere explained", at(paragraph, start, start + len(short)))


RULE = Rule("M801", "undefined-acronym", "info", check, default=False)

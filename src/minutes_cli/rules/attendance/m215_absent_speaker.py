"""Somebody among the apologies speaks.

Why: Whoever speaks was there: the apologies or the name are wrong, and with them quorum and votes.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew

    Apologies: V. Hurst

    ## Welcome

    The chair welcomed all.

    ## Jetty

    Cllr Hurst said that she agreed with the repair.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew

    Apologies: V. Hurst

    ## Welcome

    The chair welcomed all.

    ## Jetty

    Cllr Dew said that he agreed with the repair.
Fix: Mend the name of the speaker, or say in the attendance when the person came ("V. Hurst, from item 3").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from minutes_cli.rules.attendance.people import speakers
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.names import strip_office, strip_title

# Who came late was there; who sent word was not, and spoke all the same.
_CAME_OR_WROTE = (
    r"\b(?:arriv|join|came|enter|online|remote|phone|telephone|dial|zoom|teams|on behalf|behalf of|e-?mail|wrote|"
    r"letter|written|report|statement|circulated|in (?:his|her|their) absence)"
)


def check(subject: Subject) -> Iterator[Flag]:
    """By surnames that one person of the attendance bears; a sentence that tells of coming or of a letter excuses."""
    away = {
        _surname(person.name): person.name
        for person in subject.minutes.attendees
        if person.status == "apologies" and not person.note
    }
    bearers = Counter(_surname(person.name) for person in subject.minutes.attendees)
    told: set[str] = set()
    for speaker, path, _ in speakers(subject):
        surname = _surname(speaker.as_written)
        titled = strip_title(speaker.as_written)[0] != speaker.as_written or " " in speaker.as_written
        if surname not in away or bearers[surname] > 1 or surname in told or not titled:
            continue
        if not _same_first(speaker.as_written, away[surname]):
            continue
        told.add(surname)
        if not _excused(subject, surname):
            message = f"“{speaker.as_written}” speaks, but {away[surname]} sent apologies"
            yield Flag(message, subject.place(path), path)


def _surname(name: str) -> str:
    words = strip_office(strip_title(name)[0])[0].split()
    return words[-1].strip(".,").casefold() if words else ""


def _same_first(one: str, other: str) -> bool:
    """Whether two names with the same surname begin alike, where both have more than the surname."""
    first = [strip_title(name)[0].split()[:-1] for name in (one, other)]
    return not (first[0] and first[1]) or first[0][0][:1].casefold() == first[1][0][:1].casefold()


def _excused(subject: Subject, surname: str) -> bool:
    """Whether a paragraph that names the person tells how they came to speak."""
    named = (paragraph.text for paragraph in subject.body if surname in paragraph.text.casefold())
    return any(re.search(_CAME_OR_WROTE, text, re.IGNORECASE) for text in named)


RULE = Rule("M215", "absent-speaker", "warning", check)

"""What rules on decisions ask of one: who moved it, who was there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from minutes_cli.model.minutes import Attendee, Decision
from minutes_cli.rules.base import Subject
from minutes_cli.text.names import initials_forms, same_person, strip_title


def decisions(subject: Subject) -> Iterator[tuple[str, Decision]]:
    """Every decision with its path."""
    return ((f"/decisions/{number}", decision) for number, decision in enumerate(subject.minutes.decisions))


def attendees_named(subject: Subject, name: str) -> list[Attendee]:
    """Those whom a name, a surname, a first name or initials may mean."""
    wanted = strip_title(name)[0].casefold().strip()
    return [person for person in subject.minutes.attendees if _may_be(name, wanted, person)]


def _may_be(name: str, wanted: str, person: Attendee) -> bool:
    return same_person(name, person.name) or wanted in _forms(person.name, person.abbreviation)


@lru_cache(maxsize=1024)
def _forms(name: str, abbreviation: str | None) -> frozenset[str]:
    """What a person may be called for short."""
    words = strip_title(name)[0].casefold().split()
    short = {form.casefold() for form in initials_forms(name)} | {(abbreviation or "").casefold()}
    return frozenset(short | {" ".join(words), *words[:1], *words[-1:]} - {""})


# What is said of a motion stands in its paragraph and so many behind it.
_REACH = 8


def told_of(subject: Subject, path: str) -> str:
    """What the minutes say from a motion on until the next one begins."""
    own = subject.place(f"{path}/text")
    # what nobody moved may be the rest of this one
    others = [subject.place(f"{other}/text") for other, one in decisions(subject) if other != path and one.mover]
    starts = [_start(place.quote) for place in others if place]
    texts = [" ".join(paragraph.text.split()) for paragraph in subject.body]
    first = _start(own.quote) if own else ""
    at = next((number for number, text in enumerate(texts) if first and first in text), None)
    if at is None:
        return first
    told = [texts[at][texts[at].index(first) :]]
    for text in texts[at + 1 : at + 1 + _REACH]:
        if any(start in text for start in starts):
            break
        told.append(text)
    return "\n".join(_until(told[0], starts, len(first)).splitlines() + told[1:])


def _start(quote: str) -> str:
    """Enough of a quote to find it by: the whole may run over pages."""
    return " ".join(quote.split())[:40]


def _until(text: str, starts: Sequence[str], behind: int) -> str:
    ends = [text.find(start, behind) for start in starts if start]
    return text[: min((end for end in ends if end > 0), default=len(text))]

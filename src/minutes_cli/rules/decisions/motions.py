"""What rules on decisions ask of one: who moved it, who was there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

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
# So much of a quote finds it: the whole may run over pages.
_BEGINNING = 40


class Surroundings:
    """What the minutes say from each motion on until the next one begins."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    @cached_property
    def _texts(self) -> list[str]:
        return [" ".join(paragraph.text.split()) for paragraph in self._subject.body]

    @cached_property
    def _starts(self) -> dict[str, str]:
        """How each motion begins, by its path; what nobody moved may be the rest of the one before."""
        moved = (path for path, one in decisions(self._subject) if one.mover)
        places = ((path, self._subject.place(f"{path}/text")) for path in moved)
        return {path: " ".join(place.quote.split())[:_BEGINNING] for path, place in places if place}

    def of(self, path: str) -> str:
        """Around a motion that somebody moved."""
        first = self._starts.get(path, "")
        at = next((number for number, text in enumerate(self._texts) if first and first in text), None)
        if at is None:
            return first
        others = [start for other, start in self._starts.items() if other != path]
        told = [_until(self._texts[at][self._texts[at].index(first) :], others, len(first))]
        for text in self._texts[at + 1 : at + 1 + _REACH]:
            if any(start in text for start in others):
                break
            told.append(text)
        return "\n".join(told)


def _until(text: str, starts: Sequence[str], behind: int) -> str:
    ends = (text.find(start, behind) for start in starts)
    return text[: min((end for end in ends if end > 0), default=len(text))]

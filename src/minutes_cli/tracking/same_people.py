"""Who is who over many meetings: names that are written in several ways, settled only where one person can be meant."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping

from minutes_cli.text.names import same_person, strip_office, surname


def settled(named: Iterable[tuple[str, Hashable]]) -> Mapping[str, str]:
    """For each name the one that stands for the person: the fullest, and of those the one printed most often.

    named   names with the meeting that holds each; two names in one meeting's attendance are two people

    "J Smith" and "Smith" are Jane Smith where nobody else can be meant; between two they stay by themselves.
    """
    where: dict[str, set[Hashable]] = defaultdict(set)
    times: Counter[str] = Counter()
    for name, meeting in named:
        where[name].add(meeting)
        times[name] += 1
    known: dict[str, str] = {}
    for names in _by_surname(where).values():
        people: list[list[str]] = []
        for name in sorted(names, key=lambda n: (-_fullness(n), n)):
            matching = [
                person
                for person in people
                if all(_may_be(name, other) and not where[name] & where[other] for other in person)
            ]
            if len(matching) == 1:
                matching[0].append(name)
            else:
                people.append([name])
        for person in people:
            chosen = max(person, key=lambda n: (_fullness(n), times[n], n))
            known.update(dict.fromkeys(person, chosen))
    return known


def _by_surname(names: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[_letters(surname(name))].append(name)
    return groups


def _letters(text: str) -> str:
    """The letters in lower case, without their accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text.casefold())))


def _may_be(name: str, fuller: str) -> bool:
    alone = len(strip_office(name)[0].split()) == 1
    return alone or same_person(name, fuller)


def _fullness(name: str) -> int:
    """How much of a person's name is written out: words count, initials hardly."""
    words = strip_office(name)[0].replace(",", " ").split()
    return sum(10 if len(word.strip(".")) > 2 and not word.isupper() else 1 for word in words)

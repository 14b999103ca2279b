"""Who is meant: initials, offices, first names and surnames to the attendees; never a guess between two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.parser.draft import Fact, Person
from minutes_cli.profiles import Profile
from minutes_cli.text.names import initials_forms, same_person, strip_office, strip_title

_CHAIRS = ("chair", "chairman", "chairperson", "chairwoman")


class Register:
    """The people of one meeting and the ways in which texts refer to them."""

    def __init__(self, people: Sequence[Person], profile: Profile, chair: str | None) -> None:
        self._people = people
        self._offices = {short.lower(): set(names) for short, names in profile.offices.items()}
        self._chair = chair

    def settle(self, written: str) -> str | None:
        """The attendee's name that `written` stands for, None where none or several could be meant."""
        found = self._meant(written)
        return found[0] if found else None

    def name(self, who: Fact) -> Fact | None:
        """The attendee's name that someone named in the text stands for, with the rule that says so."""
        found = self._meant(who.value)
        if found is None:
            return None
        name, how = found
        return Fact(name, who.quotes, "exact" if name == who.value else "normalised", rule=f"person.{how}")

    def _meant(self, written: str) -> tuple[str, str] | None:
        value = re.sub(r"^the\s+", "", written.strip(" .:,"), flags=re.IGNORECASE)
        bare = strip_office(strip_title(value)[0])[0] or strip_title(value)[0] or value
        for how, matches in (
            ("abbreviation", self._by_abbreviation),
            ("name", self._by_name),
            ("initials", self._by_initials),
            ("office", self._by_office),
            ("part", self._by_part),
        ):
            names = matches(value, bare)
            if len(names) == 1:
                return names.pop(), how
            if names:
                return None
        return None

    def is_office(self, written: str) -> bool:
        """Whether `written` is an office or role that the profile or the attendance knows: "The Chief Constable"."""
        value = re.sub(r"^the\s+", "", written.strip(" .:,"), flags=re.IGNORECASE).lower()
        named = any(value == short or value in names for short, names in self._offices.items())
        return named or value in _CHAIRS or any(p.role and _office(p.role.value) == value for p in self._people)

    def _by_abbreviation(self, value: str, _: str) -> set[str]:
        return {p.name.value for p in self._people if p.abbreviation and p.abbreviation.value.lower() == value.lower()}

    def _by_name(self, value: str, bare: str) -> set[str]:
        return {
            p.name.value for p in self._people if same_person(p.name.value, value) or same_person(p.name.value, bare)
        }

    def _by_initials(self, value: str, _: str) -> set[str]:
        if not re.fullmatch(r"[A-Z]{2,4}", value):
            return set()
        return {p.name.value for p in self._people if not p.abbreviation and value in initials_forms(p.name.value)}

    def _by_office(self, value: str, _: str) -> set[str]:
        wanted = self._offices.get(value.lower(), set()) | {value.lower()}
        found = {p.name.value for p in self._people if p.role and _office(p.role.value) in wanted}
        if not found and value.lower() in _CHAIRS and self._chair:
            found = {p.name.value for p in self._people if same_person(p.name.value, self._chair)}
        return found or {p.name.value for p in self._people if p.role and _holds(p.role.value, value)}

    def _by_part(self, _: str, bare: str) -> set[str]:
        """A surname or first name alone."""
        if len(bare.split()) != 1:
            return set()
        return {
            p.name.value
            for p in self._people
            if bare.lower() in (w.lower() for w in (p.name.value.split()[0], p.name.value.split()[-1]))
        }


_ACTING = re.compile(r"^(?:t/|a/|temp(?:orary|\.)?\s|acting\s|interim\s)\s*")
_SECOND = re.compile(r"\b(?:deputy|vice|assistant|associate|former|sub)\b|\bD/", re.IGNORECASE)


def _office(role: str) -> str:
    """The office in a role: "T/Chief Constable (CC), Gold" is "chief constable"."""
    return _ACTING.sub("", re.sub(r"\s*\([^)]*\)", "", role).split(",")[0].strip().lower())


def _holds(role: str, office: str) -> bool:
    """Whether the role is a kind of that office: a parish clerk is "the clerk", a deputy chair is not "the chair"."""
    for part in re.split(r"[,;()/]", role):
        found = re.search(rf"\b{re.escape(office)}(?:$|\s(?:of|for|to|at|and|&)(?!\w))", part.strip(), re.IGNORECASE)
        if found and bool(_SECOND.search(part)) == bool(_SECOND.search(office)):
            return True
    return False

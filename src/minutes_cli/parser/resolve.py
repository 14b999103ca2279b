"""Who is meant: initials, offices, first names and surnames to the attendees; never a guess between two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from minutes_cli.model.minutes import Alternative
from minutes_cli.parser.draft import Draft, Fact, Person
from minutes_cli.parser.owners import OFFICE
from minutes_cli.profiles import Profile
from minutes_cli.text.names import abbreviates, initials_forms, looks_like_name, same_person, strip_office, strip_title
from minutes_cli.text.prose import mentions

_CHAIRS = ("chair", "chairman", "chairperson", "chairwoman")
# Where the chair went from one to another, the office belongs to nobody for the whole meeting.
_CHAIR = ("the chair",)
_CHAIR_MOVES = re.compile(
    r"\b(?:took|takes|taking|assumed|resumed|vacated|left|relinquished|handed over|passed|retook) the chair\b"
    r"(?!\w|[’'-])(?!\s*(?:report|man|person))",
    re.IGNORECASE,
)
_SURE_NAME = 0.8
# Two spellings of one name are as like as this; two people of one first name seldom are.
_SAME_SPELLING = 85


class Register:
    """The people of one meeting and the ways in which texts refer to them."""

    def __init__(self, draft: Draft, profile: Profile) -> None:
        self._people = draft.people
        self._passages = draft.passages
        self._offices = {short.lower(): set(names) for short, names in profile.offices.items()}
        chair = draft.meeting.get("chair")
        self._chair = chair.value if chair else None
        self._known: dict[str, tuple[str, set[str]]] = {
            written: ("printed", {name} if name else set()) for written, name in draft.settled.items()
        }

    def settle(self, written: str) -> str | None:
        """The attendee's name that `written` stands for, None where none or several could be meant."""
        _, names = self._meant(written)
        return next(iter(names)) if len(names) == 1 else None

    def name(self, who: Fact) -> tuple[Fact, Fact | None]:
        """Someone named in the text and the attendee meant; where several could be, none, and `who` lists them."""
        how, names = self._meant(who.value)
        if len(names) > 1:
            return replace(
                who,
                grade="ambiguous",
                alternatives=tuple(Alternative(value=name, rule=f"person.{how}") for name in sorted(names)),
            ), None
        for name in names:
            return who, Fact(name, who.quotes, "exact" if name == who.value else "normalised", rule=f"person.{how}")
        return who, None

    def is_office(self, written: str) -> bool:
        """Whether `written` is an office or role that the profile or the attendance knows: "The Chief Constable"."""
        value = _without_article(written).lower()
        named = any(value == short or value in names for short, names in self._offices.items())
        return named or value in _CHAIRS or any(p.role and _office(p.role.value) == value for p in self._people)

    def _meant(self, written: str) -> tuple[str, set[str]]:
        """The names that `written` may stand for, by the first way that finds any."""
        if written not in self._known:
            self._known[written] = self._look_up(written)
        return self._known[written]

    def _look_up(self, written: str) -> tuple[str, set[str]]:
        value = _without_article(written)
        bare = strip_office(strip_title(value)[0])[0] or strip_title(value)[0] or value
        ways: tuple[tuple[str, Callable[[str, str], Iterable[Person]]], ...] = (
            ("abbreviation", self._by_abbreviation),
            ("name", self._by_name),
            ("initials", self._by_initials),
            ("office", self._by_office),
            ("acronym", self._by_acronym),
            ("part", self._by_part),
        )
        for how, matches in ways:
            names = {p.name.value for p in matches(value, bare)}
            if names:
                return how, names | (self._namesakes(bare, names) if how == "part" else set())
        return "", set()

    def _by_abbreviation(self, value: str, _: str) -> list[Person]:
        """Who has these initials by the attendance, and, where they do not fit, whoever they would fit."""
        found = [p for p in self._people if p.abbreviation and p.abbreviation.value.lower() == value.lower()]
        if len(found) == 1 and value.lower() not in self._offices and not _stands_for(value, found[0]):
            found += [p for p in self._people if not p.abbreviation and value in initials_forms(p.name.value)]
        return found

    def _by_name(self, value: str, bare: str) -> list[Person]:
        return [p for p in self._people if same_person(p.name.value, value) or same_person(p.name.value, bare)]

    def _by_initials(self, value: str, _: str) -> list[Person]:
        if not re.fullmatch(r"[A-Z]{2,4}", value):
            return []
        return [
            p
            for p in self._people
            if (not p.abbreviation and value in initials_forms(p.name.value)) or (p.role and p.role.value == value)
        ]

    def _by_office(self, value: str, _: str) -> list[Person]:
        wanted = self._offices.get(value.lower(), set()) | {value.lower()}
        if wanted & set(_CHAIRS):
            return self._by_chair(wanted)
        found = [p for p in self._people if p.role and _office(p.role.value) in wanted]
        return found or [
            p for p in self._people if p.role and any(_holds(p.role.value, o) for o in wanted if OFFICE.search(o))
        ]

    def _by_chair(self, wanted: set[str]) -> list[Person]:
        """Who chaired, with everybody else who holds the office where the two differ or the chair moved."""
        holders = [p for p in self._people if p.role and any(_holds(p.role.value, o) for o in (*_CHAIRS, *wanted))]
        chaired = [p for p in self._people if self._chair and same_person(p.name.value, self._chair)]
        away = [p for p in holders if p.status in ("apologies", "absent")]
        if chaired and not self._took_the_chair:
            holders = [p for p in holders if p not in away]
        return [*chaired, *holders, *self._took_the_chair]

    @cached_property
    def _took_the_chair(self) -> list[Person]:
        """Whom the sentences name by which the chair went from one to another in the course of the meeting."""
        spoken_of = (
            p.text for p in self._passages if mentions(str(p.text), _CHAIR) and _CHAIR_MOVES.search(str(p.text))
        )
        moves = [s for text in spoken_of for s in text.sentences() if _CHAIR_MOVES.search(str(s))]
        said = " ".join(map(str, moves)) if len(moves) > 1 else ""
        return [p for p in self._people if p.name.value.split()[-1] in said]

    def _by_acronym(self, value: str, _: str) -> list[Person]:
        """The first letters of a role: "the ACO" is the Assistant Chief Officer."""
        if not re.fullmatch(r"[A-Z]{2,5}", value):
            return []
        roles = ((p, re.findall(r"\b[A-Z]", re.split(r"[,(]", p.role.value)[0])) for p in self._people if p.role)
        return [p for p, letters in roles if "".join(letters) == value]

    def _by_part(self, _: str, bare: str) -> list[Person]:
        """A surname or first name alone."""
        if len(bare.split()) != 1:
            return []
        ends = ((p, p.name.value.split()) for p in self._people)
        return [p for p, words in ends if bare.lower() in (words[0].lower(), words[-1].lower())]

    def _namesakes(self, bare: str, names: set[str]) -> set[str]:
        """Others whom the text calls by a full name with the same first name or surname."""
        first = any(name.split()[0] == bare for name in names)
        word = r"[A-Z][a-z’'-]+"
        pattern = re.compile(rf"\b{re.escape(bare)}\s+{word}" if first else rf"\b{word}\s+{re.escape(bare)}\b")
        found = {
            " ".join(hit.split())
            for passage in self._passages
            if bare in (value := str(passage.text))
            for hit in pattern.findall(value)
        }
        return {
            other
            for other in found
            if looks_like_name(other) >= _SURE_NAME
            and strip_office(strip_title(other)[0])[0] == other
            and not any(_spelled_alike(other, name) for name in names)
        }


def _spelled_alike(one: str, other: str) -> bool:
    """Whether two full names are one, shortened or mistyped."""
    within = set(one.split()) <= set(other.split())
    if within or one.startswith(other) or other.startswith(one):
        return True
    from rapidfuzz import fuzz  # few documents come so far

    return fuzz.ratio(one, other) >= _SAME_SPELLING


def _without_article(written: str) -> str:
    return re.sub(r"^the\s+", "", written.strip(" .:,"), flags=re.IGNORECASE)


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


def _stands_for(letters: str, person: Person) -> bool:
    """Whether letters are made of somebody's name or role."""
    role = person.role.value if person.role else ""
    of_role = "".join(word[0] for word in re.findall(r"[A-Za-z]+", role) if word[0].isupper())
    return abbreviates(letters, person.name.value) or letters.upper() in of_role.upper()

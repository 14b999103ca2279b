"""The forms in which minutes write the name of one person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from minutes_cli.model.minutes import Minutes, Party
from minutes_cli.redacting.spellings import (
    APOSTROPHES,
    MARKS,
    bare,
    cased,
    pieces,
    plain_hyphens,
    spelled,
    without_accents,
)
from minutes_cli.text.names import initials_forms, same_person, strip_title

# Between the words of a name: blanks, or what stands there in an address for mail.
_GAP = r"[\s.,_-]{1,3}"
_LEAST_LETTERS = 3
# From here on two names may be one that was misspelt.
_ALIKE = 80
_LONGEST_NAME = 60
_WORD = re.compile(rf"\b[^\W\d_][\w{APOSTROPHES}-]{{2,40}}")
_ADDRESS = re.compile(rf"(?<![\w.{APOSTROPHES}+-])[\w.{APOSTROPHES}+-]{{0,60}}@[\w.-]{{1,60}}\w")


def is_person(name: str | None, wanted: str) -> bool:
    return name is not None and any(
        same_person(fold(name), fold(wanted)) or fold(name).casefold() == fold(wanted).casefold()
        for fold in (plain_hyphens, bare)
    )


def forms_of(wanted: str, minutes: Minutes) -> re.Pattern[str]:
    """Finds the name, each longer word of it, and the initials by which these minutes call the person."""
    names = {wanted, *(found for found in _names(minutes) if is_person(found, wanted))}
    names |= {without_accents(name) for name in names}
    short = {a.abbreviation for a in minutes.attendees if a.abbreviation and is_person(a.name, wanted)}
    initials = {form for name in names for form in initials_forms(name)}
    short |= {party.as_written for party in _parties(minutes) if party.as_written in initials}
    wholes, words, surnames, first_names, initialled = set(), set(), set(), set(), set()
    for parts in (strip_title(name)[0].split() for name in names):
        spellings = list(map(spelled, parts))
        wholes.add(_GAP.join(spellings))
        words |= {one for part in parts for one in (part, *pieces(part)) if len(one) >= _LEAST_LETTERS}
        if len(parts) > 1:
            first, surname = re.escape(parts[0][0]), spellings[-1]
            wholes.add(surname + r",\s?" + _GAP.join(spellings[:-1]))
            # with initials before or behind the surname: "A. Rowe", "A B Rowe", "Rowe, A."
            of_case = f"(?:{'|'.join(_longest_first(cased(parts[-1])))})"
            initialled.add(rf"{first}\.?\s?(?:[A-Z]\.?\s?){{0,2}}{of_case}")
            initialled.add(rf"{of_case},\s?{first}(?:\.\s?[A-Z](?!{MARKS})){{0,2}}(?:\.|\b)")
            surnames.add(surname)
            first_names.add(spellings[0])
    # a longer form before one that it begins with
    either = [f"(?i:{whole})" for whole in sorted(filter(None, wholes), key=len, reverse=True)]
    either += sorted(initialled, reverse=True)
    either += _longest_first({form for word in words for form in cased(word)} | set(map(re.escape, short)))
    # in small letters only in addresses: "will" is a word, and a name
    either += [
        rf"(?:(?<=[.@_-]){small}|{small}(?=[@_-]|\.\w))" for small in sorted({spelled(word.lower()) for word in words})
    ]
    either += _addresses(surnames, first_names)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(either)})(?![^\W_])")


def _addresses(surnames: Collection[str], first_names: Collection[str]) -> Iterator[str]:
    """What stands before the @ of an address: "arowe", "a.rowe", "rowea", "annrowe", "roweann", "arowe2"."""
    first = f"(?:{'|'.join(['[a-z]{1,2}', *sorted(first_names)])})"
    for last in sorted(surnames):
        yield rf"(?i:(?:{first}[._-]?{last}|{last}[._-]?{first})\d{{0,4}}(?=@))"


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


def meant(wanted: str, minutes: Minutes) -> str:
    """The name of the person that a user names, where that is by initials; else what the user wrote."""
    for person in minutes.attendees:
        if person.abbreviation and person.abbreviation.casefold() == wanted.casefold():
            return person.name
    written = (party.name for party in _parties(minutes) if party.name and party.as_written == wanted)
    return next(written, wanted)


def surname_of(wanted: str) -> re.Pattern[str]:
    """Finds the last word of the name: without it only another part, such as a first name, was found."""
    last = (strip_title(wanted)[0].split() or [wanted])[-1]
    return re.compile(rf"(?i)(?<![^\W_])(?:{spelled(last)}|{spelled(without_accents(last))})(?![^\W_])")


def names_like(wanted: str, public: Minutes, instead: str) -> tuple[str, ...]:
    """Names in what is published that are written much like this one: misspelt, or another form of the first name.

    public   what is left when the name itself was taken out
    instead  what stands in its place
    """
    parts = [_plain(word) for word in strip_title(wanted)[0].split()]
    beside = re.compile(rf"({_WORD.pattern})\s{re.escape(instead)}")
    found: dict[str, None] = {}
    for text in (*_names(public), *_texts(public)):
        whole = " ".join(_plain(word) for word in strip_title(text)[0].split()) if len(text) < _LONGEST_NAME else ""
        if fuzz.ratio(whole, " ".join(parts)) >= _ALIKE:
            found[text] = None
            continue
        like = [word for word in _WORD.findall(text.replace(instead, "")) if _is_like(word, parts)]
        like += [word for word in beside.findall(text) if _begin_alike(_plain(word), parts[0])]
        for word in like:
            if word[0].isupper() and not any(word in name for name in found):
                found[word] = None
        found |= {one: None for one in _ADDRESS.findall(text.replace(instead, "")) if _is_like_address(one, parts)}
    return tuple(found)


def _is_like_address(address: str, parts: Sequence[str]) -> bool:
    """Whether a part of the name stands in it, or much like one."""
    told = [_plain(word) for word in re.split(r"[._+@]", address)]
    return any(
        len(part) > _LEAST_LETTERS and any(part in word or fuzz.ratio(word, part) >= _ALIKE for word in told)
        for part in parts
    )


def _is_like(word: str, parts: Sequence[str]) -> bool:
    return any(len(part) >= _LEAST_LETTERS and fuzz.ratio(_plain(word), part) >= _ALIKE for part in parts)


def _begin_alike(one: str, two: str) -> bool:
    return one[:_LEAST_LETTERS] == two[:_LEAST_LETTERS]


def _plain(text: str) -> str:
    return bare(without_accents(text)).casefold().strip(".,;:")


def _texts(minutes: Minutes) -> Iterator[str]:
    for item in minutes.items:
        yield from (item.title, *item.paragraphs)
    for entries in (minutes.actions, minutes.decisions, minutes.commitments):
        yield from (entry.text for entry in entries)


def _names(minutes: Minutes) -> Iterator[str]:
    yield from (attendee.name for attendee in minutes.attendees)
    for party in _parties(minutes):
        yield from filter(None, (party.name, party.as_written))
    for decision in minutes.decisions:
        yield from filter(None, (decision.mover, decision.seconder))
    yield from filter(None, (minutes.meeting.chair, minutes.meeting.minute_taker))


def _parties(minutes: Minutes) -> Iterator[Party]:
    for action in minutes.actions:
        yield from action.owners
    for item in minutes.items:
        yield from (exchange.speaker for exchange in item.exchanges)
    yield from (commitment.by for commitment in minutes.commitments)

"""The forms in which minutes write the name of one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from minutes_cli.model.minutes import Minutes, Party
from minutes_cli.text.names import initials_forms, same_person, strip_title

# Between the words of a name: blanks, or what stands there in an address for mail.
_GAP = r"[\s.,_-]{1,3}"
_LEAST_LETTERS = 3
# From here on two names may be one that was misspelt.
_ALIKE = 80
_LONGEST_NAME = 60
_WORD = re.compile(r"\b[^\W\d_][\w'’-]{2,40}")


def is_person(name: str | None, wanted: str) -> bool:
    return name is not None and (same_person(name, wanted) or name.casefold() == wanted.casefold())


def forms_of(wanted: str, minutes: Minutes) -> re.Pattern[str]:
    """Finds the name, each longer word of it, and the initials by which these minutes call the person."""
    names = {wanted, *(found for found in _names(minutes) if is_person(found, wanted))}
    names |= {_without_accents(name) for name in names}
    short = {a.abbreviation for a in minutes.attendees if a.abbreviation and is_person(a.name, wanted)}
    initials = {form for name in names for form in initials_forms(name)}
    short |= {party.as_written for party in _parties(minutes) if party.as_written in initials}
    wholes, words = set(), set()
    for name in names:
        bare = strip_title(name)[0].split()
        wholes.add(_GAP.join(map(re.escape, bare)))
        if len(bare) > 1:
            wholes.add(re.escape(bare[-1]) + r",\s?" + _GAP.join(map(re.escape, bare[:-1])))
        parts = [part for word in bare for part in (word, *re.split(r"[-‐‑–'’]", word)) if len(part) >= _LEAST_LETTERS]
        words |= {form for part in parts for form in (part, part.upper())}
    # with initials before or behind the surname: "A. Rowe", "A B Rowe", "Rowe, A."
    initialled = set()
    for one in (strip_title(name)[0].split() for name in names):
        if len(one) > 1:
            first, surname = re.escape(one[0][0]), re.escape(one[-1])
            initialled.add(rf"{first}\.?\s?(?:[A-Z]\.?\s?){{0,2}}{surname}")
            initialled.add(rf"{surname},\s?{first}(?:\.\s?[A-Z]){{0,2}}(?:\.|\b)")
    # a longer form before one that it begins with
    either = [f"(?i:{whole})" for whole in sorted(filter(None, wholes), key=len, reverse=True)]
    either += sorted(initialled, reverse=True)
    either += [re.escape(word) for word in sorted({*words, *short}, key=lambda word: (-len(word), word))]
    # in small letters only in addresses: "will" is a word, and a name
    either += [
        rf"(?:(?<=[.@_-]){small}|{small}(?=[@_-]|\.\w))" for small in sorted({re.escape(w.lower()) for w in words})
    ]
    # "arowe@", "a.rowe@"
    last = {re.escape(name.split()[-1].lower()) for name in names if " " in name}
    either += [rf"[a-z]{{1,2}}[._-]?{small}(?=@)" for small in sorted(last)]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(either)})(?![^\W_])")


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
    return re.compile(rf"(?i)(?<![^\W_])(?:{re.escape(last)}|{re.escape(_without_accents(last))})(?![^\W_])")


def names_like(wanted: str, public: Minutes, instead: str) -> tuple[str, ...]:
    """Names in what is published that are written much like this one: misspelt, or another form of the first name.

    public   what is left when the name itself was taken out
    instead  what stands in its place
    """
    parts = [_plain(word) for word in strip_title(wanted)[0].split()]
    beside = re.compile(rf"([^\W\d_][\w'’-]{{2,40}})\s{re.escape(instead)}")
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
    return tuple(found)


def _is_like(word: str, parts: Sequence[str]) -> bool:
    return any(len(part) >= _LEAST_LETTERS and fuzz.ratio(_plain(word), part) >= _ALIKE for part in parts)


def _begin_alike(one: str, two: str) -> bool:
    return one[:_LEAST_LETTERS] == two[:_LEAST_LETTERS]


def _plain(text: str) -> str:
    return _without_accents(text).casefold().strip(".,;:")


def _texts(minutes: Minutes) -> Iterator[str]:
    for item in minutes.items:
        yield from (item.title, *item.paragraphs)
    for entries in (minutes.actions, minutes.decisions, minutes.commitments):
        yield from (entry.text for entry in entries)


def _without_accents(name: str) -> str:
    parted = unicodedata.normalize("NFD", name)
    return "".join(character for character in parted if not unicodedata.combining(character))


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

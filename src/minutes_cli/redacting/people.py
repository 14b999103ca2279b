"""The forms in which minutes write the name of one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from minutes_cli.model.minutes import Minutes, Party
from minutes_cli.text.names import initials_forms, same_person, strip_title

# Between the words of a name: blanks, or what stands there in an address for mail.
_GAP = r"[\s.,_-]{1,3}"
_LEAST_LETTERS = 3


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
    # a longer form before one that it begins with
    either = [f"(?i:{whole})" for whole in sorted(filter(None, wholes), key=len, reverse=True)]
    either += [re.escape(word) for word in sorted({*words, *short}, key=lambda word: (-len(word), word))]
    # in small letters only in addresses: "will" is a word, and a name
    either += [
        rf"(?:(?<=[.@_-]){small}|{small}(?=[@_-]|\.\w))" for small in sorted({re.escape(w.lower()) for w in words})
    ]
    # "arowe@", "a.rowe@"
    last = {re.escape(name.split()[-1].lower()) for name in names if " " in name}
    either += [rf"[a-z]{{1,2}}[._-]?{small}(?=@)" for small in sorted(last)]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(either)})(?![^\W_])")


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

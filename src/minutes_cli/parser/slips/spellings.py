"""One name or term spelt two ways: "Smyth" where the attendance has "Smith", "Op Rest" beside "Op Reset"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.passages import Text
from minutes_cli.parser.slips.record import Record, quoted, slip
from minutes_cli.text.names import strip_title
from minutes_cli.text.spelling import one_letter_apart, plain, variants

_WORD = r"[A-Z][\w’'-]{0,30}\w"
# A word of fewer letters is too near to too many others.
_LEAST_LETTERS = 5
# Behind the same first name or the same "Operation" a shorter one will do.
_LEAST_BEHIND = 3
_PERSON = re.compile(rf"(?P<before>\b[A-Z][\w’'-]{{0,30}}\.?)[ \t]{{1,4}}(?=(?P<surname>{_WORD}))")
# Words that make the one behind them the name of an undertaking.
_UNDERTAKING = re.compile(rf"\b(?:Op|Operation|Project|Programme)\.?\s(?P<name>{_WORD})")
_PHRASE = re.compile(rf"\b(?!(?:The|An?|This|Our)\s){_WORD}(?:\s(?:(?:of|and|the|for)\s){{0,2}}{_WORD}){{1,5}}")
# What is told as the rarer of two spellings of a phrase, the other stands at least so often.
_LEAST_USUAL = 2


def find(record: Record) -> Iterator[Diagnostic]:
    small = _small_words(record)
    yield from _names(record, small)
    yield from _pairs(record, _UNDERTAKING, _LEAST_BEHIND, 1, _Apart(set(), set()))
    surnames = {plain(person.name.split()[-1]) for person in record.minutes.attendees if person.name.split()}
    yield from _pairs(record, _PHRASE, _LEAST_LETTERS + 1, _LEAST_USUAL, _Apart(small, surnames))


class _Apart(NamedTuple):
    """Words that are not compared: the rarer one where it is a word of prose, the other where it is an attendee's."""

    rare: set[str]
    usual: set[str]


def _names(record: Record, small: set[str]) -> Iterator[Diagnostic]:
    """Surnames one letter away from an attendee's, behind the same first name or a title: alone a word may be any."""
    people = [(p.name.split(), f"/attendees/{n}/name") for n, p in enumerate(record.minutes.attendees)]
    people = [(words, path) for words, path in people if len(words) >= 2]
    by_variant: dict[str, dict[str, list[str]]] = {}
    for words, path in people:
        for variant in variants(words[-1]):
            by_variant.setdefault(variant, {})[path] = words
    other = {plain(words[-1]) for words, _ in people} | small
    for passage in record.passages:
        for hit in _PERSON.finditer(str(passage.text)):
            surname = _bare(hit["surname"])
            if plain(surname) in other or surname.isupper():
                continue
            before = hit["before"].rstrip(".").casefold()
            alike = {path: words for v in variants(surname) for path, words in by_variant.get(v, {}).items()}
            near = [(words, path) for path, words in alike.items() if _may_be(surname, before, words)]
            if len(near) == 1:
                other.add(plain(surname))
                words, path = near[0]
                text = passage.text[hit.start("surname") : hit.start("surname") + len(surname)]
                yield slip(
                    "name-spelling",
                    f"{quoted(hit[0] + surname)} is {quoted(' '.join(words))} in the attendance",
                    text,
                    path,
                )


def _may_be(surname: str, before: str, words: list[str]) -> bool:
    """Whether a word behind `before` is a misspelt surname of the person with these names."""
    first = words[0].casefold()
    if before != first and strip_title(f"{before} {surname}")[0] != surname:
        return False
    return _is_near(surname, words[-1], _LEAST_BEHIND if before == first else _LEAST_LETTERS)


def _pairs(record: Record, pattern: re.Pattern[str], letters: int, usual: int, apart: _Apart) -> Iterator[Diagnostic]:
    """Matches of which two differ by a letter in one word; the rarer one is told.

    letters   the fewest of a word that is compared
    usual     how often the other one stands at least
    """
    seen: Counter[str] = Counter()
    first: dict[str, Text] = {}
    for passage in record.passages:
        for hit in pattern.finditer(str(passage.text)):
            words = _bare(hit[0])
            key = " ".join(words.split())
            seen[key] += 1
            first.setdefault(key, passage.text[hit.start() : hit.start() + len(words)])
    shapes: dict[tuple[str, ...], dict[str, None]] = {}
    for key in seen:
        words_of = key.split()
        for place, one in enumerate(words_of):
            rests = [(*words_of[:place], f"\0{variant}", *words_of[place + 1 :]) for variant in variants(one)]
            for other in dict.fromkeys(other for rest in rests for other in shapes.get(rest, {})):
                two = other.split()[place]
                rare, more = (key, other) if seen[key] <= seen[other] else (other, key)
                known = plain(rare.split()[place]) in apart.rare or plain(more.split()[place]) in apart.usual
                if seen[more] >= usual and not known and _is_near(one, two, letters):
                    yield slip(
                        "term-spelling", f"{quoted(first[rare])} is {quoted(first[more])} elsewhere", first[rare]
                    )
            for rest in rests:
                shapes.setdefault(rest, {})[key] = None


def _is_near(one: str, other: str, letters: int) -> bool:
    """Whether two words differ by one letter left out, added, changed or swapped behind the first.

    Accents, capitals and a plural's "s" make no other spelling.
    """
    left, right = plain(one), plain(other)
    if min(len(left), len(right)) < letters or left[:1] != right[:1] or left.rstrip("s") == right.rstrip("s"):
        return False
    if any(c.isdigit() for c in left + right):
        return False
    return one_letter_apart(left, right)


def _bare(words: str) -> str:
    return words.removesuffix("’s").removesuffix("'s")


def _small_words(record: Record) -> set[str]:
    """Words that the minutes write without a capital: no names."""
    return set(re.findall(r"\b[a-z]{3,}\b", "\n".join(str(passage.text) for passage in record.passages)))

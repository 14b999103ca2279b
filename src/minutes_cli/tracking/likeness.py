"""How alike two entries are in words and owners, or the names of two bodies."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from minutes_cli.model.tracking import Entry
from minutes_cli.tracking.numbers import Number, read_number

# token_set_ratio calls "send it" and "send it to the board" the same; so short a text is compared as a whole.
SHORT_WORDS = 4
# Names of one body differ by "the", a comma or a misread letter; a committee's differ by its own words.
SAME_BODY = 88

_WORD = re.compile(r"[^\W_]+")
# What stands between owner and task: "NN to write", "NN and the clerk will write".
_LAYS = frozenset(["to", "will", "shall", "should", "agreed", "and", "the"])
# Words that tell nothing of what a task is about.
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "do",
        "for",
        "from",
        "had",
        "has",
        "have",
        "in",
        "into",
        "is",
        "it",
        "its",
        "not",
        "of",
        "on",
        "or",
        "should",
        "so",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "this",
        "to",
        "was",
        "were",
        "which",
        "who",
        "will",
        "with",
        "would",
        "all",
        "any",
        "each",
        "other",
        "action",
    ]
)
# Endings cut before words are compared: "reviews" and "review", "circulated" and "circulating".
_ENDING = re.compile(r"(?<=\w{4})(?:ations?|ings?|ed|es|s|e|ly|ment|ion)$")

Owners = Literal["same", "unknown", "other"]


class Traits(NamedTuple):
    """What of an entry is compared.

    text     in plain letters
    words    the same without the owner before the task
    topics   stems of the words that tell what it is about
    owners   as written and by name, in plain letters
    """

    text: str
    words: str
    topics: frozenset[str]
    owners: frozenset[str]
    number: Number


def traits(entry: Entry) -> Traits:
    names = (name for owner in entry.owners for name in (owner.as_written, owner.name) if name)
    owners = frozenset(map(plain, names)) - {""}
    text = plain(entry.text)
    words = _task(text, {word for name in owners for word in name.split()})
    topics = frozenset(_ENDING.sub("", word) for word in words.split() if word not in _STOP)
    return Traits(text, words, topics, owners, read_number(entry.reference))


def same_owners(later: Traits, earlier: Traits) -> Owners:
    """Nobody named is unknown: that speaks neither for nor against; of several owners one in common will do."""
    if not later.owners or not earlier.owners:
        return "same" if later.owners == earlier.owners else "unknown"
    return "same" if later.owners & earlier.owners else "other"


def wording(later: Traits, earlier: Traits) -> float:
    """Likeness from 0 to 1 where one may say more than the other: 1 if the one holds all words of the other."""
    return _wording(later.words, earlier.words) / 100


def sentence(later: Traits, earlier: Traits) -> float:
    """Likeness from 0 to 1 of all the words, in any order."""
    return max(fuzz.token_sort_ratio(later.words, earlier.words), fuzz.token_sort_ratio(later.text, earlier.text)) / 100


def shared_topics(later: Traits, earlier: Traits) -> float:
    """How much of what one is about the other is about, from 0 to 1: mostly of the shorter, for updates are long.

    A single word in common tells nothing.
    """
    common = len(later.topics & earlier.topics)
    if common < 2:
        return 0.0
    fewest, most = sorted((len(later.topics), len(earlier.topics)))
    return 0.75 * common / fewest + 0.25 * common / most


def text_likeness(one: str, two: str) -> float:
    """Likeness of wording from 0 to 100, case and punctuation aside."""
    return _wording(plain(one), plain(two))


def same_body(one: str | None, two: str | None) -> bool:
    if one is None or two is None:
        return one is two
    return fuzz.token_sort_ratio(plain(one), plain(two)) >= SAME_BODY


def plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _wording(one: str, two: str) -> float:
    """Likeness of plain texts from 0 to 100."""
    short = min(one.count(" "), two.count(" ")) + 1 < SHORT_WORDS
    measure = fuzz.token_sort_ratio if short else fuzz.token_set_ratio
    return measure(one, two)


def _task(words: str, owners: set[str]) -> str:
    """The words behind "NN to"; all of them where the owner is no more than the subject of a sentence."""
    parts = words.split()
    start = 0
    while start < len(parts) and (parts[start] in owners or (start and parts[start] in ("and", "the"))):
        start += 1
    if start == len(parts) or parts[start] not in _LAYS:
        return words
    while start < len(parts) and parts[start] in _LAYS:
        start += 1
    return " ".join(parts[start:]) or words

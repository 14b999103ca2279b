"""How alike two entries are in words and owners, or the names of two bodies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from minutes_cli.model.tracking import Entry
from minutes_cli.tracking.numbers import MONTHS, Number, read_number

# token_set_ratio calls "send it" and "send it to the board" the same; so short a text is compared as a whole.
SHORT_WORDS = 4
# The same words in another order are another task ("review complaints about the guide", "guide to the complaint
# review"): with the order in mind texts may be so much less alike than without.
ORDER = 15
# "The stile on footpath 7" and "the stile on footpath 12" are two tasks, however alike.
OTHER_NUMBER = 0.75
# So many characters of a text are compared: more than any task takes; comparing takes long where texts are.
LONGEST = 800
# Names of one body differ by "the", a comma or a misread letter; a committee's differ by its own words.
SAME_BODY = 88
# A misread or mistyped word keeps most of its letters; Ashford and Ashworth do not.
MISREAD = 80

_WORD = re.compile(r"[^\W_]+")
# What stands between owner and task: "NN to write", "NN and the clerk will write".
_LAYS = frozenset(["to", "will", "shall", "should", "agreed", "and", "the"])
# Words that tell nothing of what a task is about.
_STOP = frozenset(
    _WORD.findall(
        "a an and are as at be been by can do for from had has have in into is it its not of on or should so that the "
        "their them then there these this to was were which who will with would all any each other action complete "
        "completed closed done discharged ongoing carried forward open outstanding pending progress update noted"
    )
)
# "Deputy Chief Constable" is not the Chief Constable; and offices end alike.
_DEPUTIES = frozenset(("deputy", "vice", "assistant", "associate", "acting", "temporary", "junior", "former"))
_OFFICES = frozenset(
    ("officer", "clerk", "constable", "director", "manager", "committee", "team", "chair", "secretary", "treasurer")
)
# What counts a thing: "footpath 7"; a number before a month is a day.
_COUNTED = re.compile(r"\b([^\W\d_]{3,20}) (\d{1,4})\b(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))")
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
    text = plain(entry.text[:LONGEST])
    if entry.due_text and (due := plain(entry.due_text)) and text.endswith(f" {due}"):
        # "by 3 June" goes when the action is carried, or is another date then
        text = text.removesuffix(f" {due}").removesuffix(" by").removesuffix(" before")
    words = _task(text, {word for name in owners for word in name.split()})
    topics = frozenset(_ENDING.sub("", word) for word in words.split() if word not in _STOP)
    return Traits(text, words, topics, owners, read_number(entry.reference))


def same_owners(later: Traits, earlier: Traits) -> Owners:
    """Nobody named is unknown: that speaks neither for nor against; of several owners one in common will do."""
    if not later.owners or not earlier.owners:
        return "same" if later.owners == earlier.owners else "unknown"
    if later.owners & earlier.owners:
        return "same"
    return "same" if any(_same_name(one, two) for one in later.owners for two in earlier.owners) else "other"


def _same_name(one: str, two: str) -> bool:
    """Whether one says less of the same person: "Osgood", "Cllr Osgood", "Cllr B Osgood"; a deputy is another."""
    less, more = sorted((one.split(), two.split()), key=len)
    extra = set(more) - set(less)
    return (
        set(less) <= set(more) or (less[-1] == more[-1] and len(less[-1]) > 3 and less[-1] not in _OFFICES)
    ) and not (extra & _DEPUTIES)


def wording(later: Traits, earlier: Traits) -> float:
    """Likeness from 0 to 1 where one may say more than the other: 1 if the one holds all words of the other."""
    alike = _wording(later.words, earlier.words) / 100
    return min(alike, OTHER_NUMBER) if _counts_others(later.words, earlier.words) else alike


def sentence(later: Traits, earlier: Traits) -> float:
    """Likeness from 0 to 1 of all the words, in any order."""
    if _counts_others(later.words, earlier.words):
        return OTHER_NUMBER
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
    """Whether two names are of one body: they differ by "the", a comma or a misread letter, never by a whole word."""
    if one is None or two is None:
        return one is two
    short, long = sorted((plain(one), plain(two)), key=len)
    # "Steering Committee" of a whole name; a committee of it has words of its own at the end
    if short == long or (" " in short and long.endswith(f" {short}")):
        return True
    if fuzz.token_sort_ratio(short, long) < SAME_BODY:
        return False
    only, instead = set(short.split()) - set(long.split()), set(long.split()) - set(short.split())
    return not instead or all(any(fuzz.ratio(word, other) >= MISREAD for other in instead) for word in only)


def plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _wording(one: str, two: str) -> float:
    """Likeness of plain texts from 0 to 100."""
    if min(one.count(" "), two.count(" ")) + 1 < SHORT_WORDS:
        return fuzz.token_sort_ratio(one, two)
    words = fuzz.token_set_ratio(one, two)
    return min(words, fuzz.partial_ratio(one, two) + ORDER) if words > ORDER else words


def _counts_others(one: str, two: str) -> bool:
    """Whether the same word bears other numbers in each: a footpath, a plot, a phase; but no days and amounts."""
    if one == two:
        return False
    mine, yours = _counted(one), _counted(two)
    return any(numbers.isdisjoint(yours[word]) for word, numbers in mine.items() if word in yours)


@lru_cache(maxsize=4096)
def _counted(words: str) -> dict[str, set[str]]:
    """Each word that counts things, with its numbers; an entry is compared with many others, so they are kept."""
    counted: dict[str, set[str]] = {}
    for word, number in _COUNTED.findall(words):
        if word not in _STOP and word[:3] not in MONTHS:
            counted.setdefault(word, set()).add(number)
    return counted


def _task(words: str, owners: set[str]) -> str:
    """The words behind "NN to"; all of them where the owner is no more than the subject of a sentence."""
    parts = words.split()
    start = 0
    while start < len(parts) and (parts[start] in owners or parts[start] in ("and", "the")):
        start += 1
    if start == len(parts) or parts[start] not in _LAYS:
        return words
    while start < len(parts) and parts[start] in _LAYS:
        start += 1
    return " ".join(parts[start:]) or words

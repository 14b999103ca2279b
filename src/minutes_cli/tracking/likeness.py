"""Whether two entries speak of the same action, or two meetings are of the same body."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from minutes_cli.model.tracking import Entry

# Likeness runs from 0 to 100. A carried action is printed again word for word or with an update after it, which
# token_set_ratio takes for the same; other tasks of the same owner in the same field stay under 75.
SAME_WORDING = 82
# Without a common owner only the same sentence will do: a reassigned action keeps its wording.
SAME_SENTENCE = 93
# Numbers such as AP3 start afresh in each meeting: the same number still needs half of the words.
SAME_REFERENCE_WORDING = 50
# token_set_ratio calls "send it" and "send it to the board" the same; so short a text is compared as a whole.
SHORT_WORDS = 4
# Names of one body differ by "the", a comma or a misread letter; a committee's differ by its own words.
SAME_BODY = 88
# A number this long is a running one ("52/21", "550a"), given once; with a point it is more likely an item's ("12.10").
RUNNING_DIGITS = 3

_WORD = re.compile(r"[^\W_]+")


class Traits(NamedTuple):
    """What of an entry is compared: its words and owners in plain letters, and its own number."""

    words: str
    owners: frozenset[str]
    reference: str


def traits(entry: Entry) -> Traits:
    names = (name for owner in entry.owners for name in (owner.as_written, owner.name) if name)
    reference = "".join((entry.reference or "").casefold().split())
    return Traits(plain(entry.text), frozenset(map(plain, names)), reference)


def same_number(later: Traits, earlier: Traits) -> bool:
    """Whether both bear the same number, of a kind that is given once."""
    return later.reference == earlier.reference and _is_running(later.reference)


def likeness(later: Traits, earlier: Traits) -> float:
    """How surely two entries of different meetings are one action: 0 for no, else up to 301.

    References weigh most, then the wording; of entries that hold the same words the one more alike in all comes first.
    """
    base, least = 0.0, SAME_SENTENCE
    same_reference = bool(later.reference) and later.reference == earlier.reference
    # nobody named speaks against nobody
    same_owner = not later.owners or not earlier.owners or bool(later.owners & earlier.owners)
    if same_number(later, earlier):
        base, least = 200.0, 0
    elif _is_running(later.reference) and _is_running(earlier.reference):
        return 0.0
    elif same_owner:
        base, least = (100.0, SAME_REFERENCE_WORDING) if same_reference else (0.0, SAME_WORDING)
    compare = fuzz.token_sort_ratio if least == SAME_SENTENCE else _wording
    wording = compare(later.words, earlier.words, score_cutoff=least)
    if wording < least:
        return 0.0
    return base + wording + fuzz.ratio(later.words, earlier.words) / 100


def text_likeness(one: str, two: str) -> float:
    """Likeness of wording from 0 to 100, case and punctuation aside."""
    return _wording(plain(one), plain(two))


def same_body(one: str | None, two: str | None) -> bool:
    if one is None or two is None:
        return one is two
    return fuzz.token_sort_ratio(plain(one), plain(two)) >= SAME_BODY


def _wording(one: str, two: str, score_cutoff: float = 0) -> float:
    """Likeness of plain texts; what is under `score_cutoff` comes out as 0, which is quicker."""
    short = min(one.count(" "), two.count(" ")) + 1 < SHORT_WORDS
    measure = fuzz.token_sort_ratio if short else fuzz.token_set_ratio
    return measure(one, two, score_cutoff=score_cutoff)


def _is_running(reference: str) -> bool:
    """Whether a reference is of a kind that is given once and never again."""
    return sum(c.isdigit() for c in reference) >= RUNNING_DIGITS and "." not in reference


def plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))

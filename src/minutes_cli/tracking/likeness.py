"""Whether two entries speak of the same action, or two meetings are of the same body."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from minutes_cli.model.minutes import Action, Party

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


def same_body(one: str | None, two: str | None) -> bool:
    if one is None or two is None:
        return one is two
    return fuzz.token_sort_ratio(_plain(one), _plain(two)) >= SAME_BODY


def likeness(later: Action, earlier: Action) -> float:
    """How surely two entries of different meetings are one action: 0 for no, else up to 300; references weigh most."""
    wording = text_likeness(later.text, earlier.text)
    ours, theirs = _reference(later), _reference(earlier)
    if ours and ours == theirs:
        if is_running(ours):
            return 200 + wording
        return 100 + wording if wording >= SAME_REFERENCE_WORDING else 0.0
    if ours and theirs and is_running(ours) and is_running(theirs):
        return 0.0
    least = SAME_WORDING if _may_share_owner(later.owners, earlier.owners) else SAME_SENTENCE
    return wording if wording >= least else 0.0


def text_likeness(one: str, two: str) -> float:
    """Likeness of wording from 0 to 100, case and punctuation aside."""
    one, two = _plain(one), _plain(two)
    if min(one.count(" "), two.count(" ")) + 1 < SHORT_WORDS:
        return fuzz.token_sort_ratio(one, two)
    return fuzz.token_set_ratio(one, two)


def is_running(reference: str) -> bool:
    """Whether a reference is of a kind that is given once and never again."""
    return sum(c.isdigit() for c in reference) >= RUNNING_DIGITS and "." not in reference


def _reference(action: Action) -> str:
    return "".join((action.reference or "").casefold().split())


def _may_share_owner(ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> bool:
    """Whether one owner stands in both; where one side names nobody nothing speaks against it."""
    if not ours or not theirs:
        return True
    return not _names(ours).isdisjoint(_names(theirs))


def _names(parties: tuple[Party, ...]) -> set[str]:
    return {_plain(name) for party in parties for name in (party.as_written, party.name) if name}


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))

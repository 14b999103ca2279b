"""How near two words are to each other, for slips of the pen."""

from __future__ import annotations

import unicodedata
from functools import cache

from rapidfuzz.distance import OSA


@cache
def plain(word: str) -> str:
    """Without capitals and accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is left out, added, changed or swapped with its neighbour; capitals and accents count not."""
    return OSA.distance(plain(one), plain(other), score_cutoff=1) == 1


def variants(word: str) -> set[str]:
    """A word whole and with each letter left out: two words one letter apart share one of these."""
    letters = plain(word)
    return {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}

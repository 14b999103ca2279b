"""How near two words are to each other, for slips of the pen."""

from __future__ import annotations

import unicodedata
from functools import cache


@cache
def plain(word: str) -> str:
    """Without capitals and accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is left out, added, changed or swapped with its neighbour; capitals and accents count not."""
    left, right = plain(one), plain(other)
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    alike = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    left, right = left[alike:], right[alike:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def variants(word: str) -> set[str]:
    """A word whole and with each letter left out: two words one letter apart share one of these."""
    letters = plain(word)
    return {letters, *(letters[:at] + letters[at + 1 :] for at in range(len(letters)))}

"""Text without what is but its setting: kinds of quotes and dashes, white space, list marks, ends of sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# A word with what joins its parts ("18,000", "long-term", "don't"), or one sign.
_TOKEN = re.compile(r"\w+(?:['’‘.,:/‐‑–-]\w+)*|[^\w\s]")
_SIGNS = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-"), "\u00ad": None}
)
# A list prints its entries with a full stop, a semicolon or nothing at the end, and any mark in front.
_ENDS = frozenset(".;:…•·▪●○◦‣*_|")
_LABEL = re.compile(r"\s*(?:[-–—]|\(?\d{1,3}[.)]|\(?[a-z][.)]|[A-Z]\)|\(?[ivx]{1,5}[.)])\s+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")

# A reworded text keeps such a share of its words.
_SHARED = 0.3


class Word(NamedTuple):
    """A word of a text that counts when texts are compared.

    key       what is compared
    shown     as printed, with what stands between it and the next word
    sentence  the number of the sentence it stands in
    """

    key: str
    shown: str
    sentence: int = 0


def words(*paragraphs: str) -> list[Word]:
    """The words of paragraphs one after the other: where a paragraph ends, and its label in a list, do not count."""
    found: list[Word] = []
    sentence = 0
    for paragraph in paragraphs:
        label = _LABEL.match(paragraph)
        for text in _SENTENCE.split(paragraph[label.end() if label else 0 :]):
            found.extend(_words(" ".join(text.split()), sentence))
            sentence += 1
    return found


@lru_cache(maxsize=4096)
def folded(text: str | None) -> str:
    """A short text, a name or a title: the same in capitals, with other signs and spaces."""
    return " ".join(word.key for word in _words(" ".join((text or "").split()), 0)).casefold()


def may_be_alike(one: str, two: str) -> bool:
    """Whether two folded texts share enough words to be versions of one: measuring how alike they are takes longer."""
    mine, yours = _bag(one), _bag(two)
    return len(mine & yours) >= _SHARED * min(len(mine), len(yours))


@lru_cache(maxsize=4096)
def _bag(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _words(text: str, sentence: int) -> Iterator[Word]:
    hits = [hit for hit in _TOKEN.finditer(text) if hit[0] not in _ENDS]
    ends = (*(hit.start() for hit in hits[1:]), len(text))
    for hit, end in zip(hits, ends, strict=False):
        shown = text[hit.start() : end]
        yield Word(_signs(hit[0]), f"{shown} " if end == len(text) else shown, sentence)


def _signs(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_SIGNS)

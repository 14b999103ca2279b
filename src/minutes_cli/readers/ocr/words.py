"""The words in tesseract's table, in dots, without what is no word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

_COLUMNS = 12
_WORD_LEVEL = "5"
# tesseract's confidence (in percent) below which signs without a letter or digit are dirt, and anything is
_SIGNS = 60.0
_ANYTHING = 1.0
# a dash is read with little confidence, but for its width (in usual heights) a speck is never taken for one
_DASHES, _DASH = frozenset("-–—"), 0.35
# signs that are smaller than this part of the usual height both ways are specks
_SPECK = 0.12
# what the edges of pictures, rules and dotted lines are taken for
_EDGES = frozenset("|_~¦‘’'`.,:;-—–=\\/ ")
_LEADERS = frozenset("|_~¦—-")


@dataclass(frozen=True, slots=True)
class Seen:
    """One word as tesseract saw it: its box in dots, and how sure it is from 0 to 1."""

    line: tuple[str, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    certainty: float
    text: str


def read_table(table: str) -> list[Seen]:
    """The words of the table; rows that are not as they should be are left out."""
    found: list[Seen] = []
    for row in table.split("\n"):
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL:
            continue
        try:
            x0, top, wide, high = (int(cell) for cell in cells[6:10])
            certainty = float(cells[10])
        except ValueError:
            continue
        text = "".join(cells[11].split())
        if text and wide > 0 and high > 0 and 0 <= certainty <= 100:
            found.append(Seen(tuple(cells[1:5]), x0, top, x0 + wide, top + high, certainty / 100, text))
    return _without_dirt(found)


def lines_of(words: Sequence[Seen]) -> list[list[Seen]]:
    """The words by tesseract's own lines."""
    return [list(line) for _, line in groupby(words, key=lambda word: word.line)]


def _without_dirt(words: Sequence[Seen]) -> list[Seen]:
    usual = median([word.bottom - word.top for word in words if is_spoken(word.text)] or [0])
    return [_without_leader(word) for word in words if not _is_dirt(word, usual)]


def _is_dirt(word: Seen, usual: float) -> bool:
    if word.certainty * 100 < _ANYTHING:
        return True
    if is_spoken(word.text):
        return False
    if set(word.text) <= _LEADERS - {"—", "-"}:
        return True
    if max(word.x1 - word.x0, word.bottom - word.top) < _SPECK * usual:
        return True
    if word.text in _DASHES and word.x1 - word.x0 >= _DASH * usual:
        return False
    return word.certainty * 100 < _SIGNS and set(word.text) <= _EDGES


def _without_leader(word: Seen) -> Seen:
    """A rule's end in front of a word taken off it."""
    text = word.text.lstrip("|_~¦") if word.text[0] in "|_~¦" else word.text
    return replace(word, text=text) if text != word.text and text else word


def is_spoken(text: str) -> bool:
    """Whether there is a letter or figure in it."""
    return any(character.isalnum() for character in text)

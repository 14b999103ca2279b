"""Thin lines right under words (underlined) and through them (struck out)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from minutes_cli.model.document import Word
from minutes_cli.readers.pdf.grid import Bar

# where such a line runs, in type sizes below the baseline (negative: above it)
_UNDER = (0.0, 0.32)
_THROUGH = (-0.42, -0.12)
# words must cover this part of the line: a separator is longer than the text above it
_COVERED = 0.85
_LARGEST = 80.0


def mark(words: Sequence[Word], bars: Sequence[Bar]) -> tuple[list[Word], frozenset[Word]]:
    """The words with underlined ones made bold, and those that are struck out.

    A file's underline is as strong as its bold type, so later stages need not tell them apart.
    """
    order = sorted(range(len(words)), key=lambda index: words[index].bottom)
    bottoms = [words[index].bottom for index in order]
    under: set[int] = set()
    through: set[int] = set()
    for bar in bars:
        near = order[bisect_left(bottoms, bar.at - _LARGEST / 2) : bisect_right(bottoms, bar.at + _LARGEST / 2)]
        for place, chosen in ((_UNDER, under), (_THROUGH, through)):
            hit = [index for index in near if _runs_along(words[index], bar, place)]
            covered = sum(words[i].x1 - words[i].x0 for i in hit) + sum(words[i].size * 0.35 for i in hit[1:])
            if hit and covered >= _COVERED * (bar.end - bar.start):
                chosen.update(hit)
    if not under and not through:
        return list(words), frozenset()
    marked = [word._replace(bold=True) if index in under else word for index, word in enumerate(words)]
    return marked, frozenset(marked[index] for index in through)


def _runs_along(word: Word, bar: Bar, place: tuple[float, float]) -> bool:
    baseline = word.bottom - 0.2 * word.size
    if not place[0] * word.size <= bar.at - baseline <= place[1] * word.size:
        return False
    shared = min(word.x1, bar.end) - max(word.x0, bar.start)
    return shared >= 0.7 * (word.x1 - word.x0)

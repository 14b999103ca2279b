"""Marks on lines of the source that the parser put in no item: a line between items, a page header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracing import SeenLine
from minutes_cli.redacting.grounds import mark_of


def marks_outside(minutes: Minutes, lines: Sequence[SeenLine]) -> dict[int, bool]:
    """The indices of items under which such a line stands, -1 for before the first; whether it marks what follows."""
    held = [_letters(" ".join((item.number or "", item.title, *item.paragraphs))) for item in minutes.items]
    seen: dict[int, bool] = {}
    for item, group in groupby(lines, key=lambda line: -1 if line.item is None else line.item):
        outside = [line.source.text for line in group if item < 0 or _letters(line.source.text) not in held[item]]
        for text in _texts(outside):
            if mark := mark_of(" ".join(text.split())):
                seen[item] = seen.get(item, False) or mark.opens
    return seen


def _texts(lines: Sequence[str]) -> Iterator[str]:
    """The lines, and any two that follow each other: a sentence may run on."""
    yield from lines
    yield from map(" ".join, pairwise(lines))


def _letters(text: str) -> str:
    """Without white space, hyphens and signs, which differ where lines are joined."""
    return re.sub(r"[\W_]+", "", text).casefold()

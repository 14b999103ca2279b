"""Grouped lines to the paragraphs of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import Literal

from minutes_cli.model.document import Line, Paragraph, Role, Span, Word
from minutes_cli.readers.pdf.hyphens import Hyphens
from minutes_cli.readers.pdf.lines import TextLine
from minutes_cli.readers.pdf.markers import fused_box, is_bullet, tick_box

Joint = Literal[" ", "", "-"]


class Builder:
    """Makes paragraphs of one file.

    struck  the words of the file that are struck out, by page
    """

    def __init__(self, hyphens: Hyphens, struck: Collection[tuple[int, Word]]) -> None:
        self._hyphens = hyphens
        self._struck = struck

    def paragraph(self, lines: Sequence[TextLine], left: float, role: Role = "body") -> Paragraph:
        """One paragraph; its indent is measured from `left`."""
        label, checked, first = _marks(lines)
        rows = [first, *(line.words for line in lines[1:])]
        pages = [line.page for line in lines]
        if not first:
            rows, pages = rows[1:], pages[1:]
        texts = [" ".join([word.text for word in words]) for words in rows]
        joints = [self._hyphens.joint(above, below) for above, below in pairwise(texts)]
        joints.append(" ")
        printed = tuple(
            [
                Line(text, page, None, tuple(words), joint)
                for text, page, words, joint in zip(texts, pages, rows, joints, strict=True)
            ]
        )
        strong: tuple[Span, ...] = ()
        struck: tuple[Span, ...] = ()
        if any(word.bold for words in rows for word in words):
            strong = _spans(rows, pages, joints, lambda word, _: word.bold)
        if self._struck:
            struck = _spans(rows, pages, joints, lambda word, page: (page, word) in self._struck)
        return Paragraph(
            printed,
            label=label,
            indent=max(0.0, round(lines[0].x0 - left, 1)),
            size=_size(lines),
            strong=strong,
            struck=struck,
            checked=checked,
            role=role,
        )


def _marks(lines: Sequence[TextLine]) -> tuple[str | None, bool | None, list[Word]]:
    """The bullet and the state of the box in front of the text, and the first line's words without them."""
    words = lines[0].words
    more = len(lines) > 1
    label: str | None = None
    checked: bool | None = None
    if (len(words) > 1 or more) and is_bullet(words):
        label, words = words[0].text, words[1:]
    if words and (box := tick_box(words)) and (len(words) > box[1] or more):
        checked, words = box[0], words[box[1] :]
    elif words and (fused := fused_box(words[0])):
        checked, words = fused[0], [fused[1], *words[1:]]
    return label, checked, words


def _spans(
    rows: Sequence[Sequence[Word]],
    pages: Sequence[int],
    joints: Sequence[Joint],
    chosen: Callable[[Word, int], bool],
) -> tuple[Span, ...]:
    """Where in the paragraph's text the chosen words stand, neighbours in one span."""
    found: list[Span] = []
    at = 0
    open_since: int | None = None
    end = 0
    for words, page, joint in zip(rows, pages, joints, strict=True):
        for word in words:
            if chosen(word, page):
                open_since = at if open_since is None else open_since
                end = at + len(word.text)
            elif open_since is not None:
                found.append((open_since, end))
                open_since = None
            at += len(word.text) + 1
        at -= {" ": 0, "": 1, "-": 2}[joint]
        end = min(end, at) if joint != " " else end
    if open_since is not None:
        found.append((open_since, end))
    return tuple(found)


def _size(lines: Sequence[TextLine]) -> float:
    if all(line.size == lines[0].size for line in lines):
        return lines[0].size
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.words)
    return sizes.most_common(1)[0][0]

"""Runs of marked-up text -> the lines of a paragraph with their strong and struck spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from minutes_cli.model.document import Line, Span
from minutes_cli.readers.cleaning import cleaned

_SPACES = re.compile(r"\s+")


class _Run(NamedTuple):
    text: str
    strong: bool
    struck: bool


class InlineText:
    """Gathers one paragraph's text; `new_line` for a line break, of the source or forced."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, list[_Run]]] = []
        self._broken = False

    def new_line(self, number: int) -> None:
        """A line break that the author wrote."""
        self._lines.append((number, []))
        self._broken = True

    def add(self, text: str, number: int, strong: bool = False, struck: bool = False) -> None:
        """Adds text that begins on source line `number`; each line feed in it starts another line."""
        for offset, piece in enumerate(cleaned(text).split("\n")):
            if offset or not self._lines:
                self._lines.append((number + offset, []))
            if piece:
                self._broken = self._broken and not piece.strip()
                line, runs = self._lines[-1]
                if not runs and line != number + offset:
                    # the line's words come from further down than its break
                    self._lines[-1] = (number + offset, runs)
                runs.append(_Run(piece, strong, struck))

    def ends_with_break(self) -> bool:
        """Whether nothing but blanks came since the author's last line break."""
        return self._broken

    def build(self, cut: int) -> tuple[tuple[Line, ...], tuple[Span, ...], tuple[Span, ...]]:
        """Lines, strong spans and struck spans; white space squeezed, empty lines left out.

        cut   characters after which a line is cut off
        """
        lines: list[Line] = []
        strong: list[Span] = []
        struck: list[Span] = []
        start = 0
        for number, runs in self._lines:
            pieces: list[str] = []
            at, after_blank = start, True
            for run in runs:
                piece = _SPACES.sub(" ", run.text)
                piece = (piece.lstrip() if after_blank else piece)[: max(start + cut - at, 0)]
                words = piece.strip()
                if words:
                    first = at + piece.index(words[0])
                    if run.strong:
                        _extend(strong, first, first + len(words))
                    if run.struck:
                        _extend(struck, first, first + len(words))
                if piece:
                    pieces.append(piece)
                    at += len(piece)
                    after_blank = piece.endswith(" ")
            text = "".join(pieces).rstrip()
            if text:
                lines.append(Line(text, number=number))
                start += len(text) + 1
        return tuple(lines), tuple(strong), tuple(struck)


def _extend(spans: list[Span], start: int, end: int) -> None:
    if end <= start:
        return
    if spans and start - spans[-1][1] <= 1:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those with no more than a blank between them as one."""
    found: list[Span] = []
    for start, end in spans:
        _extend(found, start, end)
    return tuple(found)


def shifted(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    """The spans of a text that had `by` characters put in front, or taken off where negative."""
    return tuple(_shift(spans, by))


def _shift(spans: tuple[Span, ...], by: int) -> Iterator[Span]:
    for start, end in spans:
        if end + by > 0:
            yield max(start + by, 0), end + by

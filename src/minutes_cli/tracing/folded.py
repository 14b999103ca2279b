"""Lines as one string with white space folded, of which every character still knows its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from minutes_cli.model.tracing import SourceLine, Stretch

_WORD = re.compile(r"\S+")


class Folded:
    """Some lines as evidence quotes them: joined by single spaces, a hyphen at the end of a line kept.

    indices  where the lines stand among all lines of the document
    """

    def __init__(self, lines: Sequence[SourceLine], indices: Sequence[int]) -> None:
        self.lines, self.indices = lines, indices
        words: list[str] = []
        # where each word begins in `text`, and its line and offset there
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        at = 0
        for number, line in enumerate(lines):
            for found in _WORD.finditer(line.text):
                words.append(found[0])
                self._starts.append(at)
                self._places.append((number, found.start()))
                at += len(found[0]) + 1
        self.text = " ".join(words)

    def find(self, quote: str) -> list[int]:
        """Where `quote` begins in `text`, the places where it stands as whole words first."""
        found = [m.start() for m in re.finditer(re.escape(quote), self.text)] if quote else []
        return sorted(found, key=lambda start: not self._is_apart(start, start + len(quote)))

    def _is_apart(self, start: int, end: int) -> bool:
        before, behind = self.text[start - 1 : start], self.text[end : end + 1]
        return not (before.isalnum() and self.text[start].isalnum()) and not (
            behind.isalnum() and self.text[end - 1].isalnum()
        )

    def stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        """The stretches of lines that `text[start:end]` covers, one a line."""
        found: dict[int, tuple[int, int]] = {}
        for word in range(max(0, bisect_right(self._starts, start) - 1), len(self._starts)):
            begin = self._starts[word]
            if begin >= end:
                break
            number, offset = self._places[word]
            length = (self._starts[word + 1] - 1 if word + 1 < len(self._starts) else len(self.text)) - begin
            first, last = max(start - begin, 0), min(end - begin, length)
            if first >= last:
                continue
            known = found.get(number)
            found[number] = (known[0] if known else offset + first, offset + last)
        return tuple(Stretch(self.indices[number], *span) for number, span in found.items())

"""What a hyphen at the end of a line stands for: a word that the line break cut, or a compound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from minutes_cli.readers.pdf.lines import TextLine

_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# first parts of English compounds that are no words of their own
_PREFIX = re.compile("anti|co|cross|ex|mid|multi|non|pan|post|pre|pro|re|self|semi|sub|vice")


class Hyphens:
    """Judges by the words that the same file uses elsewhere."""

    def __init__(self, lines: Iterable[TextLine]) -> None:
        self._lines = lines
        self._known: frozenset[str] | None = None

    def joint(self, above: str, below: str) -> Literal[" ", "", "-"]:
        """How the text of a line goes on with that of the next."""
        if not above.endswith("-") or len(above) < 2 or not above[-2].isalnum():
            return " "
        if not (below[0].islower() and above[-2].isalpha()):
            return "" if below[0].isalnum() else " "
        return "" if self._is_compound(above.rpartition(" ")[2], below.partition(" ")[0]) else "-"

    def _is_compound(self, left: str, right: str) -> bool:
        first = "".join(_LETTERS.findall(left.lower())[-1:])
        second = "".join(_LETTERS.findall(right.lower())[:1])
        known = self._vocabulary()
        if f"{first}-{second}" in known:
            return True
        if first + second in known:
            return False
        if "-" in first or _PREFIX.fullmatch(first):
            return True
        return first in known and second in known

    def _vocabulary(self) -> frozenset[str]:
        if self._known is None:
            self._known = frozenset(
                match.lower()
                for line in self._lines
                for word in line.words
                if not word.text.endswith("-")
                for match in _LETTERS.findall(word.text)
            )
        return self._known

"""What an engine hands to the layout: one page's words and drawn lines, in points from its visible top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from minutes_cli.model.document import Word

# Boxes of words reach these shares of the type size above and below the baseline: what letters of common fonts need.
# Fonts' own ascents are no use: engines disagree about them, and many fonts state none.
ASCENT = 0.8
DESCENT = 0.2


class Ruling(NamedTuple):
    """A straight line along an axis; a thin filled rectangle is one too."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Page:
    """One page as read, before any layout.

    words     the upright ones, in the order of the file
    turned    words that stand or lie on their heads
    lost      how many words lie outside the visible page; they are in neither list
    pictures  share of the page that images cover, at most 1
    damaged   the engine could not open the page
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    lost: int = 0
    pictures: float = 0.0
    damaged: bool = False

    @classmethod
    def broken(cls, number: int) -> Page:
        return cls(number, 0, 0, damaged=True)

    def add_words(self, upright: Sequence[Word], turned: Sequence[Word]) -> None:
        """Take the words whose middle is on the page, count the others."""
        for words, kept in ((upright, self.words), (turned, self.turned)):
            for word in words:
                x, y = word.x0 + word.x1, word.top + word.bottom
                if 0 <= x <= 2 * self.width and 0 <= y <= 2 * self.height:
                    kept.append(word)
                else:
                    self.lost += 1


class Source(Protocol):
    """An open PDF file."""

    count: int
    metadata: dict[str, str]

    def page(self, number: int) -> Page:
        """Read one page, counted from 1."""

    def close(self) -> None:
        """Let go of the file."""

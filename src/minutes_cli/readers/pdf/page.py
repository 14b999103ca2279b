"""What an engine hands to the layout: one page's words and drawn lines, in points from its visible top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from minutes_cli.model.document import Word
from minutes_cli.readers.pdf.geometry import Lean

# Boxes of words reach these shares of the type size above and below the baseline: what letters of common fonts need.
# Fonts' own ascents are no use: engines disagree about them, and many fonts state none.
ASCENT = 0.8
DESCENT = 0.2
# a filled rectangle no thicker than this is a line: borders of word processors are 0.5 to 3 pt
THICKEST = 3.5
# shorter strokes are nothing; the dots of dotted lines are longer
_SHORTEST = 0.2
# a line whose ends differ by no more than this on the other axis runs along its axis
_LEANING = 1.0


class Ruling(NamedTuple):
    """A straight line along an axis; a thin filled rectangle is one too."""

    x0: float
    top: float
    x1: float
    bottom: float


def as_ruling(x0: float, top: float, x1: float, bottom: float) -> Ruling | None:
    """The middle line of a rectangle that is thin enough for one."""
    across, down = x1 - x0, bottom - top
    if min(across, down) > THICKEST or max(across, down) < _SHORTEST:
        return None
    if across >= down:
        y = (top + bottom) / 2
        return Ruling(x0, y, x1, y)
    x = (x0 + x1) / 2
    return Ruling(x, top, x, bottom)


def straight(one: tuple[float, float], two: tuple[float, float]) -> Ruling | None:
    """The stroke between two points, if it runs along an axis."""
    if min(abs(one[0] - two[0]), abs(one[1] - two[1])) > _LEANING:
        return None
    return as_ruling(min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1]))


@dataclass(slots=True)
class Page:
    """One page as read, before any layout.

    words     the upright ones, in the order of the file
    turned    words that stand or lie on their heads
    lost      how many words lie outside the visible page; they are in neither list
    guessed   how many characters the engine guessed, because their font does not say what they are
    pictures  share of the page that images cover, at most 1
    largest   dots of the largest image
    damaged   the engine could not open the page
    unseen    how many pieces of text are read that are drawn in white, too small, transparent or not at all
    is_turned text holds controls that show it in another order than it is stored
    lean      how far a scanned page leans; its places are those of the page put straight
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    lost: int = 0
    guessed: int = 0
    pictures: float = 0.0
    largest: int = 0
    damaged: bool = False
    unseen: int = 0
    is_turned: bool = False
    lean: Lean | None = None

    @classmethod
    def broken(cls, number: int) -> Page:
        return cls(number, 0, 0, damaged=True)

    def add_words(self, upright: Sequence[Word], turned: Sequence[Word]) -> None:
        """Take the words whose middle is on the page, count the others."""
        wide, high = 2 * self.width, 2 * self.height
        for words, kept in ((upright, self.words), (turned, self.turned)):
            for word in words:
                _, x0, top, x1, bottom, _, _, _ = word
                if 0 <= x0 + x1 <= wide and 0 <= top + bottom <= high:
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

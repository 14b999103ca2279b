"""A page as grey dots, and what is ink on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

POINTS_PER_INCH = 72.0
# one dot in so many tells the shade of the paper: enough of them, and quick
_SAMPLE = 101
# shares of the paper's shade: paler is paper and its dirt, darker is ink through and through
_PAPER = 0.82
_BLACK = 0.25
# what is darker than this is part of a letter or line when strokes are measured: thin lines of a scan are grey
_INK = 0.65
# a line of print covers more of a page
_LEAST_INK = 0.0002
# nothing that is narrower can be read
_LEAST_DOTS = 6
# paper is not darker than this: a darker page (white on black) is left as it is
_DARKEST_PAPER = 96


@dataclass(frozen=True)
class Picture:
    """Grey dots row by row, from 0 (black) to 255 (white)."""

    width: int
    height: int
    dots: bytes
    dots_per_inch: float

    @property
    def points_per_dot(self) -> float:
        return POINTS_PER_INCH / self.dots_per_inch

    @cached_property
    def paper(self) -> int:
        """The shade of the paper: the commonest of all."""
        sample = self.dots[::_SAMPLE]
        return max(range(256), key=sample.count) if sample else 255

    @cached_property
    def ink(self) -> bytes:
        """One byte a dot: 1 where there is ink."""
        limit = self.paper * _INK
        return self.dots.translate(bytes(int(shade < limit) for shade in range(256)))

    @property
    def has_ink(self) -> bool:
        """Whether there may be a word on it."""
        return min(self.width, self.height) >= _LEAST_DOTS and self.ink.count(1) > _LEAST_INK * len(self.ink)

    def cleaned(self) -> bytes:
        """The dots with white paper and black ink: specks and the grain of the paper would be taken for letters."""
        if self.paper < _DARKEST_PAPER:
            return self.dots
        low, high = self.paper * _BLACK, self.paper * _PAPER
        return self.dots.translate(
            bytes(min(max(round(255 * (shade - low) / (high - low)), 0), 255) for shade in range(256))
        )

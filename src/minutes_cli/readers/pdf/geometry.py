"""From a PDF page's own axes to points from the top left corner of what is seen of it."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """The visible part of a page (its crop box) and how far the page is turned.

    The six numbers map (x, y) to (a x + c y + e, b x + d y + f).
    """

    width: float
    height: float
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """The box as (left, top, right, bottom)."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    @property
    def plain(self) -> bool:
        """Whether the page is not turned."""
        return self.a == 1

    def level(self, across: float, up: float) -> bool:
        """Whether text that runs along (across, up) is seen to run exactly level."""
        return self.b * across + self.d * up == 0

    def upright(self, across: float, up: float) -> bool:
        """Whether text that runs along (across, up) in the page's own axes is seen upright."""
        right = self.a * across + self.c * up
        down = self.b * across + self.d * up
        return right > 0 and abs(down) < right * 0.1  # a scan's text may lean by a few degrees


def view(left: float, bottom: float, right: float, top: float, quarter_turns: int) -> View:
    """The view of a page whose visible box and clockwise quarter turns are given."""
    width, height = right - left, top - bottom
    match quarter_turns % 4:
        case 1:
            return View(height, width, 0, 1, 1, 0, -bottom, -left)
        case 2:
            return View(width, height, -1, 0, 0, 1, right, -bottom)
        case 3:
            return View(height, width, 0, -1, -1, 0, top, right)
        case _:
            return View(width, height, 1, 0, 0, -1, -left, top)


@dataclass(frozen=True, slots=True)
class Lean:
    """By how much a page leans: a turn round its middle, so that places can be found on the page as it is."""

    x: float
    y: float
    slope: float = 0.0

    def straight(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page would be if it did not lean."""
        return self._turned(x, y, self.slope)

    def as_seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the straightened page really is."""
        return self._turned(x, y, -self.slope)

    def _turned(self, x: float, y: float, slope: float) -> tuple[float, float]:
        along, up = x - self.x, y - self.y
        length = math.hypot(1, slope)
        return self.x + (along + slope * up) / length, self.y + (up - slope * along) / length

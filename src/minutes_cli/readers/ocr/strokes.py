"""The ruling lines in a picture: long straight runs of ink that are thin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes_cli.readers.ocr.picture import Picture
from minutes_cli.readers.pdf.page import THICKEST

# a run is at least this long, in inches: longer than a stroke of a letter in a heading, short enough for a line that
# leans and so steps from row to row of dots
_SHORTEST = 0.2
# more runs than this are a photograph or a drawing
_MOST = 50_000
# runs are wiped out with so many dots around them: their edges are grey
_FRINGE = 2


class Run(NamedTuple):
    """Ink without a gap: in row `at` from `start` to before `end`, or for an upright one in that column."""

    at: int
    start: int
    end: int


class Strokes(NamedTuple):
    """The runs that ruling lines are made of, in dots."""

    level: list[Run]
    upright: list[Run]


def find_strokes(picture: Picture) -> Strokes:
    """The runs of all ruling lines; none of a page that is full of them."""
    width, height, ink = picture.width, picture.height, picture.ink
    rows = (ink[row * width : (row + 1) * width] for row in range(height))
    columns = (ink[column::width] for column in range(width))
    level, upright = (list(_thin_runs(lines, picture)) for lines in (list(rows), list(columns)))
    return Strokes([], []) if len(level) + len(upright) > _MOST else Strokes(level, upright)


def without(strokes: Strokes, picture: Picture, dots: bytes) -> bytes:
    """The dots with the ruling lines wiped out: tesseract takes them for letters."""
    width, height = picture.width, picture.height
    left = bytearray(dots)
    for row, start, end in strokes.level:
        start, end = max(start - _FRINGE, 0), min(end + _FRINGE, width)
        for near in range(max(row - _FRINGE, 0), min(row + _FRINGE + 1, height)):
            left[near * width + start : near * width + end] = b"\xff" * (end - start)
    for column, start, end in strokes.upright:
        start, end = max(start - _FRINGE, 0), min(end + _FRINGE, height)
        for near in range(max(column - _FRINGE, 0), min(column + _FRINGE + 1, width)):
            left[start * width + near : end * width : width] = b"\xff" * (end - start)
    return bytes(left)


def _thin_runs(lines: list[bytes], picture: Picture) -> Iterator[Run]:
    """The long runs in rows (or columns) of ink beside which there is little ink on both sides."""
    run = re.compile(b"\1{%d,}" % round(_SHORTEST * picture.dots_per_inch))
    aside = round(THICKEST / picture.points_per_dot) + 1
    count = 0
    for at, line in enumerate(lines):
        for found in run.finditer(line):
            start, end = found.span()
            sides = (lines[near] for near in (at - aside, at + aside) if 0 <= near < len(lines))
            if all(2 * side.count(1, start, end) < end - start for side in sides):
                yield Run(at, start, end)
                count += 1
                if count > _MOST:
                    return

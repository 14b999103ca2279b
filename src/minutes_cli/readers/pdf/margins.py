"""The edges between which text runs: of the pages' body, and of a table's columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_cli.readers.pdf.lines import TextLine
from minutes_cli.readers.pdf.paragraphs import USUAL_PITCH, Frame, usual_pitch

# this share of lines may stand out to the left (numbers in the margin) or to the right (a date, an overlong address)
_OUTSIDE = 0.03
# the right edge is believed where this share of lines, and as many at least, end within this share of the width of it:
# lists of names end anywhere
_AT_EDGE = 0.2
_FEWEST_AT_EDGE = 3
_NEAR_EDGE = 0.08


def frame_of(lines: Sequence[TextLine], width: float) -> Frame:
    """The edges of running text and its usual pitch; where lines show no right edge, margins are equally wide."""
    if not lines:
        return Frame(0, width)
    lefts = sorted(line.x0 for line in lines)
    rights = sorted(line.x1 for line in lines)
    spare = int(len(lines) * _OUTSIDE)
    left, right = lefts[spare], rights[-1 - spare]
    near = sum(abs(right - end) < _NEAR_EDGE * (right - left) for end in rights)
    if near < max(_FEWEST_AT_EDGE, _AT_EDGE * len(lines)):
        right = max(right, width - left)
    return Frame(left, right, usual_pitch(lines, right) or USUAL_PITCH)


def cell_frame(lines: Iterable[TextLine], left: float, right: float, padding: float, pitch: float) -> Frame:
    """The edges of a cell's text: the walls less the padding, which is as wide on the right as on the left."""
    most = max((line.x1 for line in lines), default=right)
    return Frame(left + padding, max(most, right - padding), pitch)

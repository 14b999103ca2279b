"""Text set in two columns side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_cli.readers.pdf.lines import TextLine
from minutes_cli.readers.pdf.paragraphs import Frame, find_paragraphs, is_full

# the narrowest strip between two columns, in type sizes
_GUTTER = 1.5
# so many rows must have text on both sides: fewer are a letterhead or a signature block
_FEWEST_ROWS = 4
# columns of prose: this share of a column's lines fills this share of its width
_FILLING = 0.6
_FILLED = 0.7
# columns narrower than this many type sizes hold names or figures, no prose
_NARROWEST = 12.0
# rows of one run lie no further apart than this, in type sizes
_FARTHEST = 3.0
# this share of the entries of a list has a comma or a bracket: "Name (AB), office"
_LISTED = 0.5


@dataclass(slots=True)
class Flow:
    """Lines that are read one after the other, within their own edges.

    parted  they stand beside others
    listed  they are entries ("Name (AB), office"), each on a line or two
    """

    lines: list[TextLine]
    frame: Frame
    parted: bool = False
    listed: bool = False

    def paragraphs(self) -> Iterator[list[TextLine]]:
        for paragraph in find_paragraphs(self.lines, self.frame):
            start = 0
            for index in range(1, len(paragraph) if self.listed else 0):
                if _is_entry(paragraph[index]):
                    yield paragraph[start:index]
                    start = index
            yield paragraph[start:]


def part_columns(lines: Sequence[TextLine], frame: Frame) -> list[Flow]:
    """The lines in reading order: as one flow, or with two more for every stretch that is set in two columns."""
    flows: list[Flow] = []
    plain: list[TextLine] = []
    index = 0
    while index < len(lines):
        found = _columns_at(lines, index, frame) if _gaps(lines[index]) else None
        if found is None:
            plain.append(lines[index])
            index += 1
            continue
        count, flow = found
        if plain:
            flows.append(Flow(plain, frame))
            plain = []
        flows += flow
        index += count
    if plain:
        flows.append(Flow(plain, frame))
    return flows


def _gaps(line: TextLine) -> list[tuple[float, float]]:
    least = _GUTTER * line.size
    return [(a.x1, b.x0) for a, b in pairwise(line.words) if b.x0 - a.x1 >= least]


def _columns_at(lines: Sequence[TextLine], start: int, frame: Frame) -> tuple[int, list[Flow]] | None:
    for gutter in _gaps(lines[start]):
        count, low, high = _run(lines, start, gutter)
        left, right, both = _sides(lines[start : start + count], (low + high) / 2)
        if both < _FEWEST_ROWS:
            continue
        one = Frame(min(line.x0 for line in left), max(line.x1 for line in left), frame.pitch)
        two = Frame(min(line.x0 for line in right), max(line.x1 for line in right), frame.pitch)
        listed = not (_is_prose(left, one) and _is_prose(right, two))
        if listed:
            if not _are_lists(left, right):
                continue
            # entries end anywhere: a column reaches to the next, and both are equally wide
            one = Frame(one.left, max(one.right, two.left - left[0].size), frame.pitch)
            two = Frame(two.left, max(two.right, frame.right, two.left + one.right - one.left), frame.pitch)
            if not _runs_apart(lines[start : start + count], one, two, (low + high) / 2):
                continue
        return count, [Flow(left, one, True, listed), Flow(right, two, True, listed)]
    return None


def _run(lines: Sequence[TextLine], start: int, gutter: tuple[float, float]) -> tuple[int, float, float]:
    """How many lines from `start` on leave a common strip blank, and the strip."""
    low, high = gutter
    count = 0
    for line in lines[start:]:
        if count and line.bottom - lines[start + count - 1].bottom > _FARTHEST * line.size:
            break
        if line.x1 <= low + 1 or line.x0 >= high - 1:
            count += 1
            continue
        options = [(max(low, a), min(high, b)) for a, b in _gaps(line)]
        options = [(a, b) for a, b in options if b - a >= line.size]
        if not options:
            if line.x1 < high - line.size:  # a longer line of the left column narrows the strip
                low = max(low, line.x1)
            elif line.x0 > low + line.size:
                high = min(high, line.x0)
            else:
                break
            if high - low < line.size:
                break
        else:
            low, high = max(options, key=lambda strip: strip[1] - strip[0])
        count += 1
    return count, low, high


def _sides(lines: Sequence[TextLine], middle: float) -> tuple[list[TextLine], list[TextLine], int]:
    left: list[TextLine] = []
    right: list[TextLine] = []
    both = 0
    for line in lines:
        one = [word for word in line.words if word.x0 < middle]
        two = [word for word in line.words if word.x0 >= middle]
        if one:
            left.append(TextLine(one, line.page))
        if two:
            right.append(TextLine(two, line.page))
        both += bool(one and two)
    return left, right, both


def _is_prose(lines: Sequence[TextLine], frame: Frame) -> bool:
    wide = frame.right - frame.left
    if wide < _NARROWEST * lines[0].size:
        return False
    return sum(line.x1 - frame.left >= _FILLED * wide for line in lines) >= _FILLING * len(lines)


def _are_lists(left: Sequence[TextLine], right: Sequence[TextLine]) -> bool:
    """Whether both columns hold entries of the same kind ("Name (AB), office"), not an entry and what belongs to it."""
    return all(sum(map(_is_entry, lines)) >= _LISTED * len(lines) for lines in (left, right))


def _is_entry(line: TextLine) -> bool:
    text = line.text
    return text[0].isupper() and ("," in text or "(" in text)


def _runs_apart(lines: Sequence[TextLine], one: Frame, two: Frame, middle: float) -> bool:
    """Whether an entry on one side runs on to the next row while the other side starts a new one there."""
    for above, below in pairwise(lines):
        a, b, both_above = _sides([above], middle)
        c, d, both_below = _sides([below], middle)
        if both_above and both_below and is_full(a[0], c[0], one.right) != is_full(b[0], d[0], two.right):
            return True
    return False

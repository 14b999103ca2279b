"""Lines that stand side by side on the page: the cells of a table's row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from minutes_cli.model.tracing import SourceLine

# Cells on one line overlap by at least this part of the lower one's height.
_SAME_LINE = 0.5
# Cells of so many characters in all fit on a line.
_SHORT_ROW = 100


def printed_rows(lines: Sequence[SourceLine]) -> Iterator[tuple[int, ...]]:
    """The indices of the lines, from the top; those of one printed row together, from the left."""
    indices = range(len(lines))
    for (row, page), group in groupby(indices, key=lambda index: (lines[index].row, lines[index].line.page)):
        members = list(group)
        if row is None:
            yield from ((index,) for index in members)
        elif page is not None:
            yield from _by_height(lines, members)
        else:
            yield from _by_number(lines, members)


def _by_height(lines: Sequence[SourceLine], members: Sequence[int]) -> Iterator[tuple[int, ...]]:
    boxes = {index: lines[index].place().bbox or (0.0, 0.0, 0.0, 0.0) for index in members}
    current: list[int] = []
    for index in sorted(members, key=lambda index: boxes[index][1]):
        _, top, _, bottom = boxes[index]
        if current and boxes[current[0]][3] - top < _SAME_LINE * (bottom - top):
            yield tuple(sorted(current, key=lambda i: boxes[i][0]))
            current = []
        current.append(index)
    yield tuple(sorted(current, key=lambda i: boxes[i][0]))


def _by_number(lines: Sequence[SourceLine], members: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Cells of a text format stand on the line that they share; in a format without lines, on one if they are short."""
    numbers = sorted(members, key=lambda index: lines[index].line.number or 0)
    for number, group in groupby(numbers, key=lambda index: lines[index].line.number):
        row = tuple(group)
        if number is None and sum(len(lines[index].text) for index in row) > _SHORT_ROW:
            yield from ((index,) for index in row)
        else:
            yield row

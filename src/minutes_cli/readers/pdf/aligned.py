"""Tables without drawn lines: entries that stand under each other across wide gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.model.document import Word
from minutes_cli.readers.pdf.grid import GridCell
from minutes_cli.readers.pdf.lines import TextLine
from minutes_cli.readers.pdf.markers import is_bullet, is_number
from minutes_cli.readers.pdf.tables import PageTable

# a gap in a row that makes it look like a table's, in type sizes
_WIDE = 1.8
# the strip that stays blank through all rows, in type sizes
_STRIP = 1.0
_FEWEST_ROWS = 3
# rows lie no further apart than this, in type sizes
_FARTHEST = 2.6
# this share of a column's entries starts (or is centred, or ends) at the same place
_ALIGNED = 0.7
_SAME_PLACE = 3.0

_Strip = tuple[float, float]


def part_tables(lines: Sequence[TextLine]) -> list[list[TextLine] | PageTable]:
    """The lines with stretches that make up a table turned into one."""
    found: list[list[TextLine] | PageTable] = []
    plain: list[TextLine] = []
    index = 0
    while index < len(lines):
        table = _table_at(lines, index)
        if table is None:
            plain.append(lines[index])
            index += 1
            continue
        count, made = table
        if plain:
            found.append(plain)
            plain = []
        found.append(made)
        index += count
    if plain:
        found.append(plain)
    return found


def _table_at(lines: Sequence[TextLine], start: int) -> tuple[int, PageTable] | None:
    strips = _strips_of(lines[start])
    if not strips:
        return None
    above = None
    broad = last = 0  # how many rows have text in several columns, and up to which row
    for count, line in enumerate(lines[start:], 1):
        if above and not 0 < line.bottom - above.bottom <= _FARTHEST * line.size:
            break
        left = _common(strips, line)
        if not left:
            break
        strips, above = left, line
        if _columns_used(line, strips) > 1:
            broad += 1
            last = count
    if broad < _FEWEST_ROWS or broad < 0.6 * last:
        return None
    rows = lines[start : start + last]
    strips = _blank_strips(rows)
    cells = [_split(line, strips) for line in rows]
    if not _is_sound(cells):
        return None
    return last, _table(rows, cells, strips)


def _strips_of(line: TextLine) -> list[_Strip]:
    """The wide gaps of a line; none if it is a numbered or bulleted one, or a label and its value."""
    least = _WIDE * line.size
    strips = [(a.x1, b.x0) for a, b in pairwise(line.words) if b.x0 - a.x1 >= least]
    if strips and strips[0][0] == line.words[0].x1 and (is_number(line.words) or is_bullet(line.words)):
        return []
    return strips


def _common(strips: list[_Strip], line: TextLine) -> list[_Strip]:
    """What a line's words leave blank of each strip, where enough is left."""
    left: list[_Strip] = []
    for low, high in strips:
        for word in line.words:
            if word.x1 > low and word.x0 < high:
                if word.x0 - low > high - word.x1:
                    high = word.x0
                else:
                    low = word.x1
        if high - low >= _STRIP * line.size:
            left.append((low, high))
    return left


def _blank_strips(rows: Sequence[TextLine]) -> list[_Strip]:
    """All the strips that every row leaves blank, those too narrow to stand out in one row among them."""
    words = sorted((word.x0, word.x1) for row in rows for word in row.words)
    found: list[_Strip] = []
    edge = words[0][1]
    for x0, x1 in words:
        if x0 - edge >= _STRIP * rows[0].size:
            found.append((edge, x0))
        edge = max(edge, x1)
    return found


def _split(line: TextLine, strips: Sequence[_Strip]) -> list[TextLine | None]:
    edges = [(low + high) / 2 for low, high in strips]
    words: list[list[Word]] = [[] for _ in range(len(strips) + 1)]
    for word in line.words:
        words[sum(word.x0 > edge for edge in edges)].append(word)
    return [TextLine(part, line.page) if part else None for part in words]


def _columns_used(line: TextLine, strips: Sequence[_Strip]) -> int:
    return sum(part is not None for part in _split(line, strips))


def _is_sound(cells: Sequence[Sequence[TextLine | None]]) -> bool:
    """Whether every column is aligned, and the first does not hold the labels or numbers of what follows them."""
    columns = [[part for part in column if part] for column in zip(*cells, strict=True)]
    first = next((column for column in columns if len(column) > 1), [])
    marks = sum(is_number(part.words) or is_bullet(part.words) or part.words[-1].text.endswith(":") for part in first)
    return marks <= 0.5 * len(first) and all(map(_is_aligned, columns))


def _is_aligned(lines: Sequence[TextLine]) -> bool:
    for places in (
        [line.x0 for line in lines],
        [(line.x0 + line.x1) / 2 for line in lines],
        [line.x1 for line in lines],
    ):
        best = max(sum(abs(other - place) <= _SAME_PLACE for other in places) for place in places)
        if best >= _ALIGNED * len(places):
            return True
    return False


def _table(rows: Sequence[TextLine], cells: Sequence[Sequence[TextLine | None]], strips: Sequence[_Strip]) -> PageTable:
    xs = [min(r.x0 for r in rows), *((low + high) / 2 for low, high in strips), max(r.x1 for r in rows)]
    grid: list[GridCell] = []
    held: list[list[TextLine]] = []
    for number, row in enumerate(cells):
        for column, part in enumerate(row):
            grid.append(GridCell(number, column, 1, 1))
            held.append([part] if part else [])
    ys = [row.top for row in rows] + [rows[-1].bottom]
    return PageTable(rows[0].page, xs, ys, grid, held, ruled=False)

"""A page's drawn grids and words to tables, and what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.model.document import Word
from minutes_cli.readers.pdf.grid import Grid, GridCell
from minutes_cli.readers.pdf.lines import TextLine, find_lines

# words that stick out of their cell by more than this part of the type size on both sides cross its walls
_CROSSING = 0.5
# a grid crossed by more than this share of its words is a chart or a drawing
_MOST_CROSSED = 0.1
# a table has text in at least this share of its rows (or in as many columns); a chart's net of lines has not
_FILLED = 0.3
# boxes of so few rows may stand inside a line of text, which then goes on no further off than this, in type sizes
_TALLEST_INLINE = 2
_NEAR = 1.0


@dataclass(slots=True)
class PageTable:
    """A table on one page: `lines[i]` stand in `cells[i]`."""

    page: int
    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    lines: list[list[TextLine]]
    ruled: bool = True

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


def find_tables(
    grids: Sequence[Grid], words: list[Word], turned: list[TextLine], page: int
) -> tuple[list[PageTable], list[Word], list[TextLine]]:
    """The tables of a page, and the words and turned lines outside them."""
    tables: list[PageTable] = []
    for grid in _outermost(grids):
        left, top, right, bottom = grid.box
        inside: list[list[Word]] = [[] for _ in grid.cells]
        outside: list[Word] = []
        walls = [(grid.xs[cell.column], grid.xs[cell.column + cell.colspan]) for cell in grid.cells]
        crossed = 0
        for word in words:
            _, x0, y0, x1, y1, size, _, _ = word
            x, y = (x0 + x1) / 2, 0.6 * y1 + 0.4 * y0
            if not (top <= y <= bottom and left <= x <= right):
                outside.append(word)
                continue
            number = grid.cell_at(x, y)
            inside[number].append(word)
            wall = walls[number]
            if x0 < wall[0] - _CROSSING * size or x1 > wall[1] + _CROSSING * size:
                crossed += 1
        held = len(words) - len(outside)
        if crossed > _MOST_CROSSED * held or not _is_table(grid, inside) or _is_inline(grid, outside):
            continue
        words = outside
        lines = [find_lines(part, page) if part else [] for part in inside]
        turned = [line for line in turned if not _take(line, grid, lines)]
        tables.append(PageTable(page, grid.xs, grid.ys, grid.cells, lines))
    return tables, words, turned


def _take(line: TextLine, grid: Grid, lines: list[list[TextLine]]) -> bool:
    """Add a line that stands upright ("Present" over a narrow column) to the cell that it is in."""
    left, top, right, bottom = grid.box
    word = line.words[0]
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    if not (left <= x <= right and top <= y <= bottom):
        return False
    lines[grid.cell_at(x, y)].append(line)
    return True


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Grids that lie in a cell of no other: a table in a cell is read as that cell's text."""
    found: list[Grid] = []
    for grid in sorted(grids, key=lambda grid: -(grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])):
        left, top, right, bottom = grid.box
        x, y = (left + right) / 2, (top + bottom) / 2
        if not any(o.xs[0] < x < o.xs[-1] and o.ys[0] < y < o.ys[-1] for o in found):
            found.append(grid)
    found.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return found


def _is_inline(grid: Grid, outside: Sequence[Word]) -> bool:
    """Whether the grid is boxes round words of a sentence that goes on beside them."""
    if len(grid.ys) - 1 > _TALLEST_INLINE:
        return False
    left, top, right, bottom = grid.box
    return any(
        top < word.bottom - word.size / 2 < bottom
        and (0 <= word.x0 - right < _NEAR * word.size or 0 <= left - word.x1 < _NEAR * word.size)
        for word in outside
    )


def _is_table(grid: Grid, inside: Sequence[Sequence[Word]]) -> bool:
    filled = [cell for cell, words in zip(grid.cells, inside, strict=True) if words]
    if len(filled) < 2:
        return False
    rows = {cell.row for cell in filled}
    columns = {cell.column for cell in filled}
    return len(rows) >= _FILLED * (len(grid.ys) - 1) or len(columns) >= max(2, len(grid.xs) - 2)

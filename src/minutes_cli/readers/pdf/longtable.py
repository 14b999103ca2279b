"""Tables over several pages: one table, and a row that runs on over a page break one row."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from minutes_cli.model.document import Cell, Table
from minutes_cli.readers.pdf.build import Builder
from minutes_cli.readers.pdf.lines import TextLine
from minutes_cli.readers.pdf.margins import cell_frame
from minutes_cli.readers.pdf.paragraphs import USUAL_PITCH, find_paragraphs, goes_on, usual_pitch
from minutes_cli.readers.pdf.tables import PageTable

# edges of columns on two pages are the same edge when this near
_SAME_EDGE = 4.0


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    rowspan: int
    colspan: int
    lines: list[TextLine]

    @property
    def shape(self) -> tuple[int, int]:
        return self.column, self.colspan

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


class LongTable:
    """A table that grows page by page."""

    def __init__(self, part: PageTable) -> None:
        self.xs = part.xs
        self.ruled = part.ruled
        self._cells = _cells(part, 0)
        self._height = len(part.ys) - 1

    def add(self, part: PageTable) -> bool:
        """Take the next page's table as more of this one, or leave it and say False."""
        if part.ruled != self.ruled:
            return False
        xs = part.xs if len(part.xs) > len(self.xs) else self.xs
        if not (_within(self.xs, xs) and _within(part.xs, xs)):
            return False
        if len(xs) > len(self.xs):
            _move(self._cells, self.xs, xs)
        cells = _cells(part, 0)
        _move(cells, part.xs, xs)
        self.xs = xs
        cells = _without_rows(cells, self._repeated_rows(cells))
        if cells and self._runs_on(cells):
            cells = self._merge_first_row(cells)
        for cell in cells:
            cell.row += self._height
        self._cells += cells
        self._height = max((cell.row + cell.rowspan for cell in self._cells), default=0)
        return True

    def _row(self, row: int) -> list[_Cell]:
        return [cell for cell in self._cells if cell.row == row]

    def _repeated_rows(self, cells: list[_Cell]) -> int:
        """How many rows at the top repeat the first rows of the table."""
        count = 0
        while count < self._height:
            mine = [(cell.shape, cell.text) for cell in self._row(count)]
            theirs = [(cell.shape, cell.text) for cell in cells if cell.row == count]
            if mine != theirs or not any(text for _, text in mine):
                break
            count += 1
        return count

    def _bottom(self) -> list[_Cell]:
        """The cells that reach the last row, from left to right."""
        reaching = [cell for cell in self._cells if cell.row + cell.rowspan == self._height]
        return sorted(reaching, key=lambda cell: cell.column)

    def _runs_on(self, cells: list[_Cell]) -> bool:
        """Whether the first of these rows is the rest of this table's last one."""
        last, first = self._bottom(), [cell for cell in cells if cell.row == 0]
        if [c.shape for c in last] != [c.shape for c in first]:
            return False
        for above, below in zip(last, first, strict=True):
            edge = self.xs[above.column + above.colspan]
            if above.lines and below.lines and goes_on(above.lines[-1], below.lines[0], edge):
                return True
        if len(first) < 2 or first[0].lines or not last[0].lines:
            return False
        shapes = [c.shape for c in first]
        rows = [self._row(row) for row in range(self._height)]
        return all(row[0].lines for row in rows if [c.shape for c in row] == shapes)

    def _merge_first_row(self, cells: list[_Cell]) -> list[_Cell]:
        """Put the first row's text to the last row's; what is left of the other cells."""
        first = [cell for cell in cells if cell.row == 0]
        kept = [cell for cell in cells if cell.row > 0]
        deep = any(cell.rowspan > 1 for cell in first)
        for above, below in zip(self._bottom(), first, strict=True):
            above.lines += below.lines
            if deep:
                above.rowspan += below.rowspan - 1
        for cell in kept:
            cell.row -= 1
        return kept

    def table(self, builder: Builder) -> Table:
        padding = self._padding()
        pitch = usual_pitch_of(self._cells)
        rows: list[list[Cell]] = [[] for _ in range(self._height)]
        for cell in sorted(self._cells, key=lambda cell: (cell.row, cell.column)):
            left, right = self.xs[cell.column], self.xs[cell.column + cell.colspan]
            frame = cell_frame(cell.lines, left, right, padding.get(cell.column, 0.0), pitch)
            paragraphs = tuple(builder.paragraph(lines, frame.left) for lines in find_paragraphs(cell.lines, frame))
            rows[cell.row].append(Cell(paragraphs, cell.row + 1, cell.column + 1, cell.rowspan, cell.colspan))
        return Table(tuple(tuple(row) for row in rows), len(self.xs) - 1, self.ruled)

    def _padding(self) -> dict[int, float]:
        found: dict[int, float] = {}
        for cell in self._cells:
            for line in cell.lines:
                gap = max(line.x0 - self.xs[cell.column], 0.0)
                found[cell.column] = min(gap, found.get(cell.column, gap))
        return found


def usual_pitch_of(cells: list[_Cell]) -> float:
    longest = max((cell.lines for cell in cells), key=len, default=[])
    return usual_pitch(longest, max((line.x1 for line in longest), default=0.0)) or USUAL_PITCH


def _cells(part: PageTable, offset: int) -> list[_Cell]:
    return [
        _Cell(cell.row + offset, cell.column, cell.rowspan, cell.colspan, lines)
        for cell, lines in zip(part.cells, part.lines, strict=True)
    ]


def _within(some: list[float], all_edges: list[float]) -> bool:
    """Whether each of some edges is among the others, and the outer ones are the same."""
    if abs(some[0] - all_edges[0]) > _SAME_EDGE or abs(some[-1] - all_edges[-1]) > _SAME_EDGE:
        return False
    return all(abs(all_edges[_nearest(all_edges, edge)] - edge) <= _SAME_EDGE for edge in some)


def _nearest(edges: list[float], edge: float) -> int:
    at = bisect_left(edges, edge)
    return min((i for i in (at - 1, at) if 0 <= i < len(edges)), key=lambda i: abs(edges[i] - edge))


def _move(cells: list[_Cell], old: list[float], new: list[float]) -> None:
    """Number the cells' columns by the edges of the wider grid."""
    for cell in cells:
        first = _nearest(new, old[cell.column])
        cell.colspan = _nearest(new, old[cell.column + cell.colspan]) - first
        cell.column = first


def _without_rows(cells: list[_Cell], count: int) -> list[_Cell]:
    kept = [cell for cell in cells if cell.row >= count]
    for cell in kept:
        cell.row -= count
    return kept

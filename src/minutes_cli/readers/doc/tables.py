"""Tables of a Word 97-2003 file: rows of cells whose edges are stated row by row."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, field

from minutes_cli.model.document import Block, Cell, Paragraph, Table
from minutes_cli.readers.doc.formatting import NOTHING, T_CELLS, T_HEADER, Modifiers

# Edges of different rows that are nearer than this are one (5 pt in twips: no column is narrower).
SAME_EDGE = 100
_MERGED, _BELOW, _RESTART = 0x2, 0x20, 0x40
_CELL = 20


@dataclass(slots=True)
class Row:
    """A row while it is read; `edges` are one more than its cells, or none where the file does not say."""

    cells: list[list[Paragraph]] = field(default_factory=list)
    edges: tuple[int, ...] = ()
    flags: tuple[int, ...] = ()
    is_header: bool = False

    def end(self, modifiers: Modifiers) -> None:
        """Take what the mark at the row's end says."""
        self.is_header = modifiers.get(T_HEADER, b"\0") != b"\0"
        stored = modifiers.get(T_CELLS, b"")
        if not stored or stored[0] != len(self.cells) or len(stored) < 1 + 2 * (stored[0] + 1):
            return
        count = stored[0]
        self.edges = struct.unpack_from(f"<{count + 1}h", stored, 1)
        cells = stored[1 + 2 * (count + 1) :]
        self.flags = tuple(int.from_bytes(cells[_CELL * at : _CELL * at + 2], "little") for at in range(count))


@dataclass(slots=True)
class TableParts:
    """The rows of a table while it is read."""

    block: str
    rows: list[Row] = field(default_factory=list)
    row: Row = field(default_factory=Row)
    cell: list[Paragraph] = field(default_factory=list)
    paragraphs: int = 0

    def path(self) -> str:
        """The path of the paragraph to come."""
        self.paragraphs += 1
        return f"{self.block}/row[{len(self.rows) + 1}]/cell[{len(self.row.cells) + 1}]/p[{self.paragraphs}]"

    def end_cell(self) -> None:
        self.row.cells.append(self.cell)
        self.cell, self.paragraphs = [], 0

    def end_row(self, modifiers: Modifiers = NOTHING) -> None:
        self.row.end(modifiers)
        self.rows.append(self.row)
        self.row, self.cell, self.paragraphs = Row(), [], 0

    def blocks(self) -> list[Block]:
        """The table, or what is in it where it has one cell only and thus serves as a frame."""
        if self.cell:
            self.end_cell()
        if self.row.cells:
            self.end_row()
        if sum(len(row.cells) for row in self.rows) == 1:
            return [paragraph for row in self.rows for cell in row.cells for paragraph in cell]
        grid = _grid(self.rows)
        rows = _merged([_placed(row, at, grid) for at, row in enumerate(self.rows, 1)])
        cells = tuple(tuple(Cell(tuple(c.paragraphs), c.row, c.column, c.rowspan, c.colspan) for c in r) for r in rows)
        columns = max((cell.column + cell.colspan - 1 for row in cells for cell in row), default=0)
        headers = next((at for at, row in enumerate(self.rows) if not row.is_header), len(self.rows))
        return [Table(cells, columns, headers=headers, block=self.block)] if columns else []


@dataclass(slots=True)
class _Placed:
    """A cell in the grid, which later rows may still lengthen."""

    paragraphs: list[Paragraph]
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    flags: int = 0


def _grid(rows: list[Row]) -> list[int]:
    """The edges of all columns, from left to right."""
    grid: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not grid or edge - grid[-1] >= SAME_EDGE:
            grid.append(edge)
    return grid


def _nearest(grid: list[int], edge: int) -> int:
    return max(bisect_right(grid, edge) - 1, 0)


def _placed(row: Row, at: int, grid: list[int]) -> list[_Placed]:
    """A row's cells in the grid; without edges each takes one column."""
    if not row.edges:
        return [_Placed(paragraphs, at, column) for column, paragraphs in enumerate(row.cells, 1)]
    cells: list[_Placed] = []
    for paragraphs, left, right, flags in zip(row.cells, row.edges, row.edges[1:], row.flags, strict=False):
        column = _nearest(grid, left) + 1
        span = max(_nearest(grid, right) + 1 - column, 1)
        if cells and flags & _MERGED:
            cells[-1].paragraphs += paragraphs
            cells[-1].colspan += span
        else:
            cells.append(_Placed(paragraphs, at, column, colspan=span, flags=flags))
    return cells


def _merged(rows: list[list[_Placed]]) -> list[list[_Placed]]:
    """The rows without the cells that only lengthen the cell above."""
    above: dict[int, _Placed] = {}
    kept: list[list[_Placed]] = []
    for row in rows:
        here: dict[int, _Placed] = {}
        kept.append([])
        for cell in row:
            goes_on = cell.flags & _BELOW and not cell.flags & _RESTART and not cell.paragraphs
            if goes_on and cell.column in above:
                here[cell.column] = above[cell.column]
                here[cell.column].rowspan += 1
            else:
                here[cell.column] = cell
                kept[-1].append(cell)
        above = here
    return kept

"""Cells of a markup's table -> a grid, with spans; tables that only lay out a page -> their blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_cli.model.document import Block, Cell, Paragraph, Table

# a table of a single row with so many blocks in a cell lays out a page
_LAYOUT_BLOCKS = 5


@dataclass
class RawCell:
    """A cell as marked up."""

    blocks: list[Block]
    rowspan: int = 1
    colspan: int = 1
    is_header: bool = False


@dataclass
class RawTable:
    """Rows as marked up; `head_rows` counts those that stand in a <thead>."""

    rows: list[list[RawCell]] = field(default_factory=list)
    is_layout: bool = False
    head_rows: int = 0

    def add_row(self, in_head: bool = False) -> None:
        self.rows.append([])
        self.head_rows += in_head

    def add_cell(self, cell: RawCell) -> None:
        if not self.rows:
            self.add_row()
        self.rows[-1].append(cell)

    def blocks(self, most_columns: int) -> list[Block]:
        """One table, or the cells' blocks in order where it is none."""
        rows = [row for row in self.rows if row]
        if self.is_layout or _lays_out(rows):
            return [block for row in rows for cell in row for block in cell.blocks]
        return [_grid(rows, self._headers(rows), most_columns)]

    def _headers(self, rows: Sequence[Sequence[RawCell]]) -> int:
        marked = next((at for at, row in enumerate(rows) if not all(cell.is_header for cell in row)), 0)
        return min(max(self.head_rows, marked), len(rows))


def _lays_out(rows: Sequence[Sequence[RawCell]]) -> bool:
    if max((len(row) for row in rows), default=0) <= 1:
        return True
    if any(isinstance(block, Table) for row in rows for cell in row for block in cell.blocks):
        return True
    return len(rows) == 1 and any(len(cell.blocks) >= _LAYOUT_BLOCKS for cell in rows[0])


def _grid(rows: Sequence[Sequence[RawCell]], headers: int, most_columns: int) -> Table:
    # taken[column]: the last row that a cell from above reaches down to
    taken: list[int] = []
    placed: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows, start=1):
        cells: list[Cell] = []
        at = 0
        for raw in row:
            while at < len(taken) and taken[at] >= number:
                at += 1
            at = min(at, most_columns - 1)
            colspan = max(1, min(raw.colspan, most_columns - at))
            rowspan = max(1, min(raw.rowspan, len(rows) - number + 1))
            taken.extend([0] * (at + colspan - len(taken)))
            taken[at : at + colspan] = [number + rowspan - 1] * colspan
            paragraphs = tuple(block for block in raw.blocks if isinstance(block, Paragraph))
            cells.append(Cell(paragraphs, number, at + 1, rowspan, colspan))
            at += colspan
        placed.append(tuple(cells))
    return Table(tuple(placed), len(taken), headers=headers)

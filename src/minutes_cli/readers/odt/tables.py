"""Tables of OpenDocument text: grid, merged cells, header rows; frames that are drawn as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes_cli.model.document import Block, Cell, Table
from minutes_cli.readers.odt.names import TABLE, TEXT, Element, number

if TYPE_CHECKING:
    from minutes_cli.readers.odt.story import Story

_CELL, _COVERED = TABLE + "table-cell", TABLE + "covered-table-cell"
_HEADER = TABLE + "table-header-rows"
_GROUPS = frozenset((_HEADER, TABLE + "table-rows", TABLE + "table-row-group", TEXT + "soft-page-break"))


def read_table(story: Story, table: Element, block: str) -> list[Block]:
    """The table, or what is in it where it has one cell only and thus serves as a frame."""
    rows = list(_rows(table, in_header=False))
    filled = [cell for row, _ in rows for cell in row.iterchildren(_CELL)]
    if len(filled) == 1:
        at = next(index for index, (row, _) in enumerate(rows, 1) if filled[0].getparent() is row)
        return story.blocks(filled[0], f"{block}/row[{at}]/cell[1]/")
    read = [_cells(story, row, at, f"{block}/row[{at}]/") for at, (row, _) in enumerate(rows, 1)]
    columns = max((cell.column + cell.colspan - 1 for row in read for cell in row), default=0)
    headers = next((at for at, (_, in_header) in enumerate(rows) if not in_header), len(rows))
    return [Table(tuple(read), columns, headers=headers, block=block)] if columns else []


def _rows(parent: Element, in_header: bool) -> Iterator[tuple[Element, bool]]:
    for element in parent:
        if element.tag == TABLE + "table-row":
            yield element, in_header
        elif element.tag in _GROUPS:
            yield from _rows(element, in_header or element.tag == _HEADER)


def _cells(story: Story, row: Element, at: int, prefix: str) -> tuple[Cell, ...]:
    """One row; a cell that is stored once for several columns is given once, in the first."""
    most = story.reading.limits.table_span
    cells: list[Cell] = []
    column = 1
    for element in row.iterchildren(_CELL, _COVERED):
        if element.tag == _CELL:
            paragraphs = story.cell(element, f"{prefix}cell[{len(cells) + 1}]/")
            spans = [_count(element, f"number-{what}-spanned", most) for what in ("rows", "columns")]
            cells.append(Cell(paragraphs, at, column, *spans))
        column += _count(element, "number-columns-repeated", most)
    return tuple(cells)


def _count(element: Element, attribute: str, most: int) -> int:
    return min(max(number(element.get(TABLE + attribute)) or 1, 1), most)

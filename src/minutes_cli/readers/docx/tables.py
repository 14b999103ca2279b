"""Tables of WordprocessingML: grid, merged cells, header rows; frames that are drawn as tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_cli.model.document import Block, Cell, Paragraph, Table
from minutes_cli.readers.docx.names import Element, W, child, number, switch, unwrapped, value
from minutes_cli.readers.office.looks import Look

if TYPE_CHECKING:
    from minutes_cli.readers.docx.story import Story

_HEX = re.compile(r"[0-9A-Fa-f]{1,8}")
_FIRST_ROW = 0x20


@dataclass(slots=True)
class _Open:
    """A cell that later rows may still lengthen."""

    paragraphs: tuple[Paragraph, ...]
    row: int
    column: int
    rowspan: int
    colspan: int


def read_table(story: Story, table: Element, block: str) -> list[Block]:
    """The table, or what is in it where it has one cell only and thus serves as a frame."""
    rows: list[Element] = []
    for row in unwrapped(table, W + "tr"):
        if child(child(row, "trPr"), "del") is None:
            rows.append(row)
        else:
            story.reading.notices.tell_deleted(block)
    grid = [list(unwrapped(row, W + "tc")) for row in rows]
    if sum(map(len, grid)) == 1:
        at = next(index for index, cells in enumerate(grid, 1) if cells)
        return story.blocks(grid[at - 1][0], f"{block}/row[{at}]/cell[1]/")
    header_look = _header_look(story, table)
    read: list[list[_Open]] = []
    above: dict[int, _Open] = {}
    for row_number, (row, cells) in enumerate(zip(rows, grid, strict=True), 1):
        here: dict[int, _Open] = {}
        read.append([])
        column = 1 + _span(story, value(child(row, "trPr"), "gridBefore"), least=0)
        for cell_number, cell in enumerate(cells, 1):
            path = f"{block}/row[{row_number}]/cell[{cell_number}]/"
            properties = child(cell, "tcPr")
            span = _span(story, value(properties, "gridSpan"))
            if _merged_on(properties, "hMerge") and read[-1]:
                read[-1][-1].colspan += span
            elif _merged_on(properties, "vMerge") and column in above:
                here[column] = above[column]
                here[column].rowspan = row_number - here[column].row + 1
                if hidden := story.cell(cell, path):
                    story.reading.notices.tell("hidden-text", hidden[0].block)
            else:
                look = header_look if row_number == 1 else Look()
                here[column] = _Open(story.cell(cell, path, look), row_number, column, 1, span)
                read[-1].append(here[column])
            column += span
        above = here
    cells_read = [tuple(Cell(c.paragraphs, c.row, c.column, c.rowspan, c.colspan) for c in row) for row in read]
    columns = max((cell.column + cell.colspan - 1 for row in cells_read for cell in row), default=0)
    return [Table(tuple(cells_read), columns, headers=_headers(rows), block=block)] if columns else []


def _header_look(story: Story, table: Element) -> Look:
    """What the table's style says of its first row, where the table asks for it."""
    properties = child(table, "tblPr")
    asked = child(properties, "tblLook")
    if asked is None:
        return Look()
    flags = asked.get(W + "val", "")
    wanted = asked.get(W + "firstRow") in ("1", "true") or (_HEX.fullmatch(flags) and int(flags, 16) & _FIRST_ROW)
    return story.reading.styles.first_row(value(properties, "tblStyle")) if wanted else Look()


def _span(story: Story, text: str | None, least: int = 1) -> int:
    return min(max(number(text) or least, least), story.reading.limits.table_span)


def _merged_on(properties: Element | None, name: str) -> bool:
    """Whether a cell continues the one above or before; without a value, it does."""
    merge = child(properties, name)
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _headers(rows: list[Element]) -> int:
    count = 0
    for row in rows:
        if not switch(child(row, "trPr"), "tblHeader"):
            break
        count += 1
    return count

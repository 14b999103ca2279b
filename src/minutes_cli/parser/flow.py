"""From the document's blocks to the passages that the other steps read, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutes_cli.model.document import Cell, Document, Paragraph, Table
from minutes_cli.parser.passages import Passage, Text, whole
from minutes_cli.parser.tables import View, view_table
from minutes_cli.profiles import Profile


@dataclass(frozen=True)
class Flow:
    """The body of a document.

    passages   in reading order; `Passage.index` is the place in this list
    tables     each table's view and the index of its first passage
    furniture  page headers, footers and notes, which the record itself does not hold
    """

    passages: list[Passage]
    tables: list[tuple[View, int]]
    furniture: list[Paragraph]


def read_flow(document: Document, profile: Profile) -> Flow:
    """Put the body's paragraphs and table cells into one sequence."""
    flow = Flow([], [], [])
    for block in document.blocks:
        if isinstance(block, Table):
            view = view_table(block, profile)
            flow.tables.append((view, len(flow.passages)))
            for passage in _of_table(view):
                _append(flow, passage)
        elif block.role in ("header", "footer", "footnote"):
            flow.furniture.append(block)
        else:
            for passage in _of_paragraph(block):
                _append(flow, passage)
    return flow


def _append(flow: Flow, passage: Passage) -> None:
    passage.index = len(flow.passages)
    flow.passages.append(passage)


def _of_paragraph(paragraph: Paragraph) -> Iterator[Passage]:
    """The paragraph, or its lines where the format breaks lines only on purpose."""
    text = whole(paragraph)
    if not text:
        return
    if len(paragraph.lines) > 1 and not paragraph.lines[0].words and paragraph.lines[0].number is None:
        for number, line in enumerate(text.lines()):
            yield Passage(line, label=(paragraph.label or "") if number == 0 else "")
    else:
        yield Passage(text, label=paragraph.label or "")


def _of_table(view: View) -> Iterator[Passage]:
    if view.kind == "items":
        yield from _of_items(view)
        return
    for row in view.table.rows:
        for cell in row:
            for passage in _of_cell(cell):
                passage.view, passage.row, passage.column = view, cell.row, cell.column
                yield passage


def _of_cell(cell: Cell) -> Iterator[Passage]:
    for paragraph in cell.paragraphs:
        yield from _of_paragraph(paragraph)


def _of_items(view: View) -> Iterator[Passage]:
    """The record row by row: the number goes to the first passage of the row's text."""
    for row in view.rows:
        number = view.cell(row, "number")
        label = next(_of_cell(number), None) if number else None
        pending = label
        text_column = view.columns.get("text")
        for column, cell in sorted(row.items()):
            if number is not None and column == number.column and column != text_column:
                continue
            for passage in _of_cell(cell):
                passage.view, passage.row, passage.column = view, cell.row, cell.column
                if pending is not None and (column == text_column or number is None):
                    passage.label, passage.label_text, passage.opening = str(pending), pending.text, True
                    pending = None
                yield passage
        if pending is not None:
            # a row that is one spanning cell, or whose text stands in its first column
            pending.view, pending.row, pending.column = view, number.row if number else 0, 1
            yield pending

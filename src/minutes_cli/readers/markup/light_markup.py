"""Inline marks of light markup ("*bold*", "``code``") -> text as rendered with its spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from minutes_cli.model.document import Block, Cell, Paragraph, Table
from minutes_cli.readers.markup.inline import InlineText
from minutes_cli.readers.markup.marks import marked
from minutes_cli.readers.plain.lines import line_of


class Piece(NamedTuple):
    """A piece of a line as rendered."""

    text: str
    strong: bool = False
    struck: bool = False


# one line's source -> its pieces
Render = Callable[[str], Iterable[Piece]]


def rendered(block: Block, render: Render, cut: int) -> Block:
    """The block with the inline marks of its lines rendered.

    cut   characters after which a line is cut off
    """
    if isinstance(block, Paragraph):
        return _rendered(block, render, cut)
    rows = tuple(tuple(_rendered_cell(cell, render, cut) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _rendered_cell(cell: Cell, render: Render, cut: int) -> Cell:
    return replace(cell, paragraphs=tuple(_rendered(paragraph, render, cut) for paragraph in cell.paragraphs))


def _rendered(paragraph: Paragraph, render: Render, cut: int) -> Paragraph:
    text = InlineText()
    for line in paragraph.lines:
        number = line.number or 1
        text.new_line(number)
        for piece in render(line.text):
            text.add(piece.text, number, piece.strong, piece.struck)
    lines, strong, struck = text.build(cut)
    return replace(paragraph, lines=lines, strong=strong, struck=struck)


def grid(rows: Iterable[tuple[list[str], int]], headers: int) -> Table:
    """A table of cells in source form; each row with the line it stands on."""
    found: list[tuple[Cell, ...]] = []
    for at, (texts, number) in enumerate(rows, start=1):
        found.append(tuple(Cell(_paragraphs(text, number), at, column) for column, text in enumerate(texts, start=1)))
    return Table(tuple(found), max((len(row) for row in found), default=1), headers=min(headers, len(found)))


def _paragraphs(text: str, number: int) -> tuple[Paragraph, ...]:
    return (marked(Paragraph((line_of(text, number),))),) if text.strip() else ()

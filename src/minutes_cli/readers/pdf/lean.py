"""Places on pages that were put straight, back to where they are on the page as it is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from minutes_cli.model.document import Block, Line, Paragraph, Table, Word
from minutes_cli.readers.pdf.geometry import Lean
from minutes_cli.readers.pdf.layout import PageLayout


def as_seen(blocks: tuple[Block, ...], pages: Sequence[PageLayout]) -> tuple[Block, ...]:
    """The blocks with the words of leaning pages where they really stand."""
    leans = {page.number: page.lean for page in pages if page.lean and page.lean.slope}
    if not leans:
        return blocks
    return tuple(_paragraph(block, leans) if isinstance(block, Paragraph) else _table(block, leans) for block in blocks)


def _table(table: Table, leans: Mapping[int, Lean]) -> Table:
    rows = tuple(
        tuple(replace(cell, paragraphs=tuple(_paragraph(part, leans) for part in cell.paragraphs)) for cell in row)
        for row in table.rows
    )
    return replace(table, rows=rows)


def _paragraph(paragraph: Paragraph, leans: Mapping[int, Lean]) -> Paragraph:
    return replace(paragraph, lines=tuple(_line(line, leans) for line in paragraph.lines))


def _line(line: Line, leans: Mapping[int, Lean]) -> Line:
    lean = leans.get(line.page or 0)
    return replace(line, words=tuple(_word(word, lean) for word in line.words)) if lean else line


def _word(word: Word, lean: Lean) -> Word:
    """The word's box moved with its middle, and as much higher as its ends are apart."""
    x, y = lean.as_seen((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)
    across = (word.x1 - word.x0) / 2
    down = (word.bottom - word.top) / 2 + abs(lean.slope) * across
    return word._replace(x0=x - across, top=y - down, x1=x + across, bottom=y + down)

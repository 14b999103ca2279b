"""Small questions about blocks that more than one reader asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes_cli.errors import NoTextError
from minutes_cli.model.document import Block, Paragraph
from minutes_cli.readers.office.numbering import BULLET


def flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph in reading order, those of tables cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from cell.paragraphs


def texts(blocks: Iterable[Block]) -> tuple[str, ...]:
    """What the blocks say, without how they look: equal for the copies of one page header."""
    return tuple(paragraph.text for paragraph in flat(blocks) if paragraph.text)


def is_shown(paragraph: Paragraph, in_cell: bool) -> bool:
    """Whether a paragraph has text or, in a cell, a number or a tick box that is all that the cell shows."""
    if paragraph.lines:
        return True
    return in_cell and (paragraph.checked is not None or paragraph.label not in (None, BULLET))


def require_text(blocks: Iterable[Block], name: str) -> None:
    """Raise NoTextError for a document that says nothing."""
    if not any(paragraph.lines for paragraph in flat(blocks)):
        raise NoTextError(name, "no text in it", "if its pages are pictures, save it as PDF and read that with OCR")

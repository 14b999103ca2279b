"""The lines of a document in the order in which they are read, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.document import Document, Paragraph
from minutes_cli.model.tracing import SourceLine

# Within a page: its header, the record, its notes, its footer.
_ORDER = {"header": 0, "footnote": 2, "footer": 3}


def source_lines(document: Document) -> tuple[SourceLine, ...]:
    """Every line that is not blank; those of a table that runs on over pages stand on their own page."""
    found = [line for line in _lines(document) if line.text.strip()]
    if document.pages is None:
        return tuple(found)
    return tuple(sorted(found, key=lambda s: (s.line.page or 0, _ORDER.get(s.paragraph.role, 1))))


def _lines(document: Document) -> Iterator[SourceLine]:
    row_number = 0
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            yield from _of_paragraph(block, None, None)
            continue
        for row in block.rows:
            row_number += 1
            for cell in row:
                for paragraph in cell.paragraphs:
                    yield from _of_paragraph(paragraph, number, row_number)


def _of_paragraph(paragraph: Paragraph, table: int | None, row: int | None) -> Iterator[SourceLine]:
    for line, start in zip(paragraph.lines, paragraph.starts, strict=True):
        yield SourceLine(line, paragraph, start, table, row)

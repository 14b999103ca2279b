"""All pages to the document's blocks in reading order, joined where they run on over a page break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_cli.model.document import Block, Role
from minutes_cli.readers.pdf.aligned import part_tables
from minutes_cli.readers.pdf.build import Builder
from minutes_cli.readers.pdf.columns import part_columns
from minutes_cli.readers.pdf.furniture import find_furniture
from minutes_cli.readers.pdf.hyphens import Hyphens
from minutes_cli.readers.pdf.layout import PageLayout
from minutes_cli.readers.pdf.lines import TextLine
from minutes_cli.readers.pdf.longtable import LongTable
from minutes_cli.readers.pdf.margins import frame_of
from minutes_cli.readers.pdf.paragraphs import Frame, find_paragraphs, goes_on
from minutes_cli.readers.pdf.tables import PageTable


@dataclass(slots=True)
class _Text:
    lines: list[TextLine]
    role: Role = "body"


_Draft = _Text | LongTable


def flow(pages: Sequence[PageLayout]) -> tuple[Block, ...]:
    """The document's blocks; moves furniture out of the pages' lines on the way."""
    find_furniture(pages)
    frame = frame_of([line for page in pages for line in page.lines], max((page.width for page in pages), default=0.0))
    drafts: list[_Draft] = []
    for page in pages:
        drafts += [_Text([line], "header") for line in page.header]
        body = list(_body(page, frame))
        if body and _joined(_last_body(drafts), body[0], frame):
            del body[0]
        drafts += [LongTable(part) if isinstance(part, PageTable) else part for part in body]
        drafts += [_Text([line], "textbox") for line in page.turned]
        drafts += [_Text([line], "footer") for line in page.footer]
    struck = {(page.number, word) for page in pages for word in page.struck}
    builder = Builder(Hyphens(_all_lines(pages)), struck)
    return tuple(
        draft.table(builder) if isinstance(draft, LongTable) else builder.paragraph(draft.lines, frame.left, draft.role)
        for draft in drafts
    )


def _body(page: PageLayout, frame: Frame) -> Iterator[_Text | PageTable]:
    """A page's paragraphs and tables in reading order."""
    waiting = list(page.lines)
    for table in page.tables:
        above = [line for line in waiting if line.bottom <= table.top + line.size]
        waiting = waiting[len(above) :]
        yield from _text(above, frame)
        yield table
    yield from _text(waiting, frame)


def _text(lines: list[TextLine], frame: Frame) -> Iterator[_Text | PageTable]:
    for stretch in part_columns(lines, frame):
        if stretch.parted:
            yield from (_Text(paragraph) for paragraph in stretch.paragraphs())
            continue
        for part in part_tables(stretch.lines):
            if isinstance(part, PageTable):
                yield part
            else:
                yield from (_Text(paragraph) for paragraph in find_paragraphs(part, frame))


def _last_body(drafts: Sequence[_Draft]) -> _Draft | None:
    for draft in reversed(drafts):
        if isinstance(draft, LongTable) or draft.role == "body":
            return draft
    return None


def _joined(last: _Draft | None, first: _Text | PageTable, frame: Frame) -> bool:
    """Put a page's first block to the last one before it, if it is the rest of it."""
    if isinstance(last, LongTable):
        return isinstance(first, PageTable) and last.add(first)
    if isinstance(last, _Text) and isinstance(first, _Text) and goes_on(last.lines[-1], first.lines[0], frame.right):
        last.lines += first.lines
        return True
    return False


def _all_lines(pages: Sequence[PageLayout]) -> Iterator[TextLine]:
    for page in pages:
        yield from page.lines
        for table in page.tables:
            for lines in table.lines:
                yield from lines

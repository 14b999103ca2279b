"""One page's words and lines to its tables and printed lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_cli.model.document import Word
from minutes_cli.readers.pdf.geometry import Lean
from minutes_cli.readers.pdf.grid import find_grids
from minutes_cli.readers.pdf.lines import TextLine, find_lines, find_turned_lines
from minutes_cli.readers.pdf.marks import mark
from minutes_cli.readers.pdf.page import Page
from minutes_cli.readers.pdf.tables import PageTable, find_tables


@dataclass(slots=True)
class PageLayout:
    """What stands on a page; header and footer are filled in once all pages are known."""

    number: int
    width: float
    height: float
    lines: list[TextLine]
    tables: list[PageTable]
    turned: list[TextLine]
    struck: frozenset[Word] = frozenset()
    header: list[TextLine] = field(default_factory=list)
    footer: list[TextLine] = field(default_factory=list)
    lean: Lean | None = None


def lay_out(page: Page) -> PageLayout:
    grids, loose = find_grids(page.rulings)
    words, struck = mark(page.words, loose) if loose else (page.words, frozenset[Word]())
    turned = find_turned_lines(page.turned, page.number) if page.turned else []
    tables, rest, turned = find_tables(grids, words, turned, page.number)
    lines = find_lines(rest, page.number) if rest else []
    return PageLayout(page.number, page.width, page.height, lines, tables, turned, struck, lean=page.lean)

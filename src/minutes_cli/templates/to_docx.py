"""A blank document as a Word file: styles of its own headings, tables with heads, a content control at each place."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from minutes_cli.exporters.timeless import timeless
from minutes_cli.exporters.word import QUIET, STRONG, add_footer, add_row, add_table, finish_table, set_up
from minutes_cli.templates.blank import Blank, Block, Grid, Heading, Hint, Labelled, Paragraph, Text, Title
from minutes_cli.templates.word_styles import CELL_TITLE, ITEM, SUB_ITEM, add_styles

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

# Labels end well before the values, which stand under one another.
_TAB_CM = 3.6


def written(blank: Blank) -> bytes:
    """The bytes of the document, the same each time."""
    document = docx.Document()
    set_up(document, blank.title, blank.language)
    add_styles(document)
    writer = _Writer(document, blank.language)
    for block in blank.blocks:
        writer.add(block)
    add_footer(document, blank.title)
    packed = io.BytesIO()
    document.save(packed)
    return timeless(packed)


class _Writer:
    """Adds blocks; each content control has a number of its own."""

    def __init__(self, document: Document, language: str) -> None:
        self._document, self._language = document, language
        self._controls = 0

    def add(self, block: Block) -> None:
        if isinstance(block, Grid):
            self._grid(block)
            return
        paragraph = self._document.add_paragraph(style=_style(block, in_table=False))
        self._fill(paragraph, block)

    def _fill(self, paragraph: WordParagraph, block: Title | Heading | Labelled | Text) -> None:
        if isinstance(block, Labelled):
            paragraph.add_run(f"{block.label}:", style=STRONG)
            paragraph.add_run("\t")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(_TAB_CM))
            paragraph.paragraph_format.left_indent = Cm(_TAB_CM)
            paragraph.paragraph_format.first_line_indent = Cm(-_TAB_CM)
            paragraph.paragraph_format.space_after = Pt(2)
        elif isinstance(block, Text) and block.strong:
            paragraph.add_run(block.strong, style=STRONG)
        for piece in block.pieces:
            if isinstance(piece, Hint):
                self._controls += 1
                paragraph._p.append(_control(piece, self._controls, self._language))
            else:
                paragraph.add_run(piece)

    def _grid(self, grid: Grid) -> None:
        table = add_table(self._document, grid.heads)
        for row in grid.rows:
            for cell, paragraphs in zip(add_row(table), row, strict=True):
                self._cell(cell, paragraphs)
        finish_table(table, grid.shares)

    def _cell(self, cell: _Cell, paragraphs: Sequence[Paragraph]) -> None:
        for number, block in enumerate(paragraphs):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.style = self._document.styles[_style(block, in_table=True)]
            self._fill(paragraph, block)


def _style(block: Title | Heading | Labelled | Text, in_table: bool) -> str:
    if isinstance(block, Title):
        return "Title"
    if isinstance(block, Heading):
        if in_table:
            return CELL_TITLE
        if block.number:
            return ITEM if block.level == 1 else SUB_ITEM
        return f"Heading {block.level}"
    return "Normal"


def _control(hint: Hint, number: int, language: str) -> BaseOxmlElement:
    """A content control in a line, which shows the hint until somebody writes into it."""
    # without a kind there may be several paragraphs in it
    kind = "" if hint.name == "Text" else "<w:text/>"
    if hint.choices:
        entries = "".join(f'<w:listItem w:displayText="{_xml(c)}" w:value="{_xml(c)}"/>' for c in hint.choices)
        kind = f"<w:dropDownList>{entries}</w:dropDownList>"
    elif hint.name == "Date":
        kind = '<w:date><w:dateFormat w:val="dddd d MMMM yyyy"/>'
        kind += f'<w:lid w:val="{_xml(language)}"/><w:calendar w:val="gregorian"/></w:date>'
    name = _xml(hint.name)
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/>'
        f'<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/>'
        f'<w:color w:val="{QUIET}"/></w:rPr><w:t xml:space="preserve">{_xml(hint.printed)}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

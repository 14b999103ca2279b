"""A blank document as a Word file: styles of its own headings, tables with heads, a content control at each place."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from minutes_cli.exporters.timeless import timeless
from minutes_cli.templates.blank import Blank, Block, Grid, Heading, Hint, Labelled, Paragraph, Text, Title
from minutes_cli.templates.word_styles import (
    CELL_TITLE,
    ITEM,
    QUIET,
    STRONG,
    SUB_ITEM,
    WIDTH_CM,
    add_styles,
    set_up,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Tbl
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

# Labels end well before the values, which stand under one another.
_TAB_CM = 3.6
_HEAD_FILL, _LINE = "DCE6F2", "8EA3BF"


def written(blank: Blank) -> bytes:
    """The bytes of the document, the same each time."""
    document = docx.Document()
    set_up(document, blank)
    add_styles(document)
    writer = _Writer(document, blank.language)
    for block in blank.blocks:
        writer.add(block)
    _add_footer(document, blank.title)
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
        table = self._document.add_table(rows=1, cols=len(grid.heads), style="Table Grid")
        table.autofit = False
        for cell, head in zip(table.rows[0].cells, grid.heads, strict=True):
            cell.paragraphs[0].add_run(head, style=STRONG)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            cell._tc.get_or_add_tcPr().append(
                parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_HEAD_FILL}"/>')
            )
        for row in grid.rows:
            cells = table.add_row().cells
            for cell, paragraphs in zip(cells, row, strict=True):
                self._cell(cell, paragraphs)
        total = sum(grid.shares)
        for number, share in enumerate(grid.shares):
            width = Cm(WIDTH_CM * share / total)
            table.columns[number].width = width
            for cell in table.columns[number].cells:
                cell.width = width
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        _dress(table._tbl)

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


def _dress(table: CT_Tbl) -> None:
    """Quiet lines, and room in the cells."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = table.tblPr
    properties.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:
        properties.append(layout)
    properties.append(
        parse_xml(
            f'<w:tblCellMar {nsdecls("w")}><w:top w:w="60" w:type="dxa"/><w:left w:w="110" w:type="dxa"/>'
            f'<w:bottom w:w="20" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>'
        )
    )
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.append(look)


def _add_footer(document: Document, title: str) -> None:
    """The title, and which page of how many."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.clear_all()
    paragraph.add_run(f"{title} – page ")
    for name, between in (("PAGE", " of "), ("NUMPAGES", "")):
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        paragraph._p.append(field)
        if between:
            paragraph.add_run(between)

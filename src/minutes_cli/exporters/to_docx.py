"""Clean minutes as a Word document in a house style of named styles: `minutes parse` reads them back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.exporters.paper.blocks import Block, Grid, Heading, Labelled, Paper, Text
from minutes_cli.exporters.paper.composing import compose
from minutes_cli.exporters.timeless import timeless
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.layout import ITEM_LABELS, MARK

if TYPE_CHECKING:
    from docx.document import Document

LANGUAGE = "en-GB"
DETAIL, CELL = "Meeting detail", "Table text"
# Style of a paragraph by what it records, and the colour of the line on its left.
_RECORDS = {"action": ("Action", "C55A11"), "decision": ("Decision", "2E75B6")}
# Below the sections Word has so many levels of headings left.
_LEVELS = 8
# Labels end well before the values, which stand under one another.
_TAB_CM = 3.2
_EMU_PER_CM = 360_000


def write(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one set of minutes; the file's category names the layout."""
    import docx

    from minutes_cli.exporters.word import add_footer, set_looks, set_up

    paper = compose(minutes)
    document = docx.Document()
    set_up(document, paper.title.text[:_LONGEST_PROPERTY], LANGUAGE)
    set_looks(document)
    add_footer(document, paper.title.text)
    _fill(document, paper, stream)


def write_on(minutes: Minutes, stream: BinaryIO, house: bytes, name: str) -> None:
    """As `write`, on a body's own Word document: styles that it has by our names keep its looks.

    Raises UsageError, with `name` for the message, where `house` is no Word document.
    """
    from minutes_cli.exporters.house import open_house

    paper = compose(minutes)
    document = open_house(house, name)
    document.core_properties.title = paper.title.text[:_LONGEST_PROPERTY]
    _fill(document, paper, stream)


def _fill(document: Document, paper: Paper, stream: BinaryIO) -> None:
    document.core_properties.category = MARK
    _add_styles(document)
    document.add_paragraph(paper.title.text, style="Title")
    for block in paper.blocks:
        _add(document, block)
    packed = io.BytesIO()
    document.save(packed)
    stream.write(timeless(packed))


# Word takes no longer one.
_LONGEST_PROPERTY = 255


def _add_styles(document: Document) -> None:
    """Add those of our styles that the document does not have."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Cm, Pt

    from minutes_cli.exporters.word import add_style

    if DETAIL not in document.styles:
        detail = add_style(document, DETAIL)
        hanging = detail.paragraph_format
        hanging.tab_stops.add_tab_stop(Cm(_TAB_CM))
        hanging.left_indent, hanging.first_line_indent = Cm(_TAB_CM), Cm(-_TAB_CM)
        # labels under one another stand close, and apart from the text below them
        detail.element.get_or_add_pPr().append(parse_xml(f"<w:contextualSpacing {nsdecls('w')}/>"))
    if CELL not in document.styles:
        cell = add_style(document, CELL)
        cell.font.size, cell.paragraph_format.space_after = Pt(10), Pt(3)
    for name, colour in _RECORDS.values():
        if name not in document.styles:
            style = add_style(document, name)
            style.paragraph_format.left_indent = Cm(0.3)
            line = f'<w:left w:val="single" w:sz="18" w:space="6" w:color="{colour}"/>'
            # in the order of the format a border comes before an indent
            style.element.get_or_add_pPr().insert(0, parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"))


def _add(document: Document, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_paragraph(block.value.text, style=f"Heading {1 + min(block.level, _LEVELS)}")
        if block.level > _LEVELS:
            _add_label(document, ITEM_LABELS["level"], str(block.level))
    elif isinstance(block, Labelled):
        _add_label(document, block.label, block.value.text)
    elif isinstance(block, Text):
        style = _RECORDS[block.kind][0] if block.kind else "Normal"
        document.add_paragraph(block.text, style=style)
    else:
        _add_grid(document, block)


def _add_label(document: Document, label: str, words: str) -> None:
    from minutes_cli.exporters.word import STRONG

    paragraph = document.add_paragraph(style=DETAIL)
    paragraph.add_run(f"{label}:", style=STRONG)
    paragraph.add_run(f"\t{words}")


def _add_grid(document: Document, grid: Grid) -> None:
    from minutes_cli.exporters.word import add_row, add_table, finish_table, keep_rows_whole

    table = add_table(document, grid.heads)
    for row in grid.rows:
        for cell, value in zip(add_row(table), row, strict=True):
            cell.paragraphs[0].style = document.styles[CELL]
            cell.paragraphs[0].add_run(value.text)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].style = document.styles[CELL]
    keep_rows_whole(table)
    section = document.sections[0]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    finish_table(table, grid.shares, ((section.page_width or 0) - margins) / _EMU_PER_CM)

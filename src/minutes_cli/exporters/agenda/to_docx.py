"""Matters arising as a Word document, with the headings and the table of Word itself."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.exporters.agenda.wording import HEADER, HEADING, meeting, standing, title
from minutes_cli.exporters.timeless import timeless
from minutes_cli.model.agenda import MattersArising
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

# Widths of the columns in centimetres, together what an upright A4 page holds between its margins.
_WIDTHS = (1.2, 6.1, 2.9, 3.1, 3.7)
_MARGIN = 2.0
_STYLE = "Light Grid Accent 1"


def write(found: MattersArising, stream: BinaryIO) -> None:
    """Write title, date, heading and one table row an action; the head row comes again on each page."""
    import docx
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    document.core_properties.title = safe(f"{HEADING}: {title(found)}")
    document.core_properties.author = ""
    document.add_heading(safe(title(found)), level=0)
    document.add_paragraph(safe(meeting(found)), style="Subtitle")
    document.add_heading(HEADING, level=1)
    document.add_paragraph(safe(standing(found)))
    if found.matters:
        _add_table(document, found)
    packed = io.BytesIO()
    document.save(packed)
    stream.write(timeless(packed))


def _add_table(document: Document, found: MattersArising) -> None:
    table = document.add_table(rows=1, cols=len(HEADER), style=_STYLE)
    _fill(table, 0, HEADER)
    for matter in found.matters:
        table.add_row()
        owners = ", ".join(matter.owners) or "nobody named"
        _fill(table, len(table.rows) - 1, (matter.number, matter.text, owners, matter.due, matter.history))
        if matter.overdue:
            table.rows[-1].cells[HEADER.index("Due")].paragraphs[0].runs[0].bold = True
    _set_widths(table)
    _keep_over_pages(table)


def _fill(table: Table, row: int, texts: tuple[str, ...]) -> None:
    from docx.shared import Pt

    for cell, text in zip(table.rows[row].cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(safe(text))
        run.font.size = Pt(9.5)
        if row:  # the style would set the first column in bold
            run.bold = False


def _set_widths(table: Table) -> None:
    from docx.shared import Cm

    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)


def _keep_over_pages(table: Table) -> None:
    """No row is broken by the end of a page, and each page begins with the head."""
    from docx.oxml import OxmlElement

    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

"""The looks that Word documents of ours share: page, styles of text and headings, tables, footer.

Everything has a named style, so that a body changes its looks once, in Word's own dialogue.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell, _Row

_MARGIN_CM = 2.2
WIDTH_CM = 21.0 - 2 * _MARGIN_CM
INK, QUIET = RGBColor(0x1F, 0x38, 0x64), RGBColor(0x59, 0x59, 0x59)  # both above 7:1 on white
STRONG, _GRID = "Strong", "Table Grid"
_HEAD_FILL, _LINE = "DCE6F2", "8EA3BF"
# Size in points and the space above and below, of the title and of headings from the first level on; the last is
# that of all deeper ones.
_TITLE = (20, 0, 10)
_HEADINGS = ((14, 14, 4), (12, 10, 3), (11, 8, 2))
_LEVELS = 9


def set_up(document: Document, title: str, language: str) -> None:
    """An upright A4 page, and what the file says of itself."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.language = language
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)


def set_looks(document: Document, levels: int = _LEVELS) -> None:
    """The looks of running text, the title and so many levels of headings."""
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    dress_heading(styles["Title"], 0)
    for level in range(1, levels + 1):
        dress_heading(styles[f"Heading {level}"], level)
    for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def dress_heading(style: ParagraphStyle, level: int) -> None:
    """Our looks of the title (level 0) or of a heading."""
    size, before, after = _HEADINGS[min(level, len(_HEADINGS)) - 1] if level else _TITLE
    font, paragraph = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic, font.color.rgb = "Calibri", Pt(size), True, False, INK
    fonts = style.element.rPr.get_or_add_rFonts()
    for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[theme]
    paragraph.space_before, paragraph.space_after, paragraph.keep_with_next = Pt(before), Pt(after), True


def add_style(document: Document, name: str, base: str = "Normal") -> ParagraphStyle:
    """A paragraph style for people to find in Word's gallery; what follows it is running text."""
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.next_paragraph_style = document.styles[base], document.styles["Normal"]
    style.quick_style = True
    return style


def add_table(document: Document, heads: Sequence[str]) -> Table:
    """A table of one row, its head, which comes again on each page."""
    style = _GRID if _GRID in document.styles else None
    table: Table = document.add_table(rows=1, cols=len(heads), style=style)
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head, style=STRONG)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        cell._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_HEAD_FILL}"/>')
        )
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def add_row(table: Table) -> tuple[_Cell, ...]:
    """The cells of a new row."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # the library has no types there
    return row.cells


def keep_rows_whole(table: Table) -> None:
    """No row is broken by the end of a page, and none stands alone under the head or on the next page."""
    rows = list(table.rows)
    for row in rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for row in (*rows[1:2], *rows[-2:-1]) if len(rows) > 2 else ():
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def finish_table(table: Table, shares: Sequence[int], width_cm: float = WIDTH_CM) -> None:
    """Columns as wide to each other as `shares` say, quiet lines, and room in the cells."""
    widths = [Cm(width_cm * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = table._tbl.tblPr
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


def add_footer(document: Document, title: str) -> None:
    """The title, and which page of how many."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.clear_all()
    paragraph.add_run(f"{title} – page ")
    for name, between in (("PAGE", " of "), ("NUMPAGES", "")):
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        paragraph._p.append(field)
        if between:
            paragraph.add_run(between)

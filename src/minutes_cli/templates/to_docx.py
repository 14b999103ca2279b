"""A blank document as a Word file: styles of its own headings, tables with heads, a content control at each place."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from minutes_cli.exporters.timeless import timeless
from minutes_cli.templates.blank import Blank, Block, Grid, Heading, Hint, Labelled, Paragraph, Text, Title

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Tbl
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_MARGIN_CM, _WIDTH_CM = 2.2, 21.0 - 2 * 2.2
# Labels end well before the values, which stand under one another.
_TAB_CM = 3.6
_INK, _QUIET = RGBColor(0x1F, 0x38, 0x64), RGBColor(0x59, 0x59, 0x59)  # both above 7:1 on white
_HEAD_FILL, _LINE = "DCE6F2", "8EA3BF"
ITEM, SUB_ITEM, CELL_TITLE, HINT, ACTION = "Agenda item", "Agenda sub-item", "Item title", "Placeholder Text", "Strong"


def written(blank: Blank) -> bytes:
    """The bytes of the document, the same each time."""
    document = docx.Document()
    _set_up(document, blank)
    _add_styles(document)
    writer = _Writer(document)
    for block in blank.blocks:
        writer.add(block)
    _add_footer(document, blank.title)
    packed = io.BytesIO()
    document.save(packed)
    return timeless(packed)


class _Writer:
    """Adds blocks; each content control has a number of its own."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._controls = 0

    def add(self, block: Block) -> None:
        if isinstance(block, Grid):
            self._grid(block)
            return
        paragraph = self._document.add_paragraph(style=_style(block, in_table=False))
        self._fill(paragraph, block)

    def _fill(self, paragraph: WordParagraph, block: Title | Heading | Labelled | Text) -> None:
        if isinstance(block, Text) and len(block.pieces) == 1 and isinstance(hint := block.pieces[0], Hint):
            self._controls += 1
            _surround(paragraph, hint, self._controls)
            return
        if isinstance(block, Labelled):
            paragraph.add_run(f"{block.label}:", style=ACTION)
            paragraph.add_run("\t")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(_TAB_CM))
            paragraph.paragraph_format.left_indent = Cm(_TAB_CM)
            paragraph.paragraph_format.first_line_indent = Cm(-_TAB_CM)
            paragraph.paragraph_format.space_after = Pt(2)
        elif isinstance(block, Text) and block.strong:
            paragraph.add_run(block.strong, style=ACTION)
        for piece in block.pieces:
            if isinstance(piece, Hint):
                self._controls += 1
                paragraph._p.append(_control(piece, self._controls))
            else:
                paragraph.add_run(piece)

    def _grid(self, grid: Grid) -> None:
        table = self._document.add_table(rows=1, cols=len(grid.heads), style="Table Grid")
        table.autofit = False
        for cell, head in zip(table.rows[0].cells, grid.heads, strict=True):
            cell.paragraphs[0].add_run(head, style=ACTION)
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
            width = Cm(_WIDTH_CM * share / total)
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


def _control(hint: Hint, number: int) -> BaseOxmlElement:
    """A content control in a line, which shows the hint until somebody writes into it."""
    kind = "<w:text/>"
    if hint.choices:
        entries = "".join(f'<w:listItem w:displayText="{_xml(c)}" w:value="{_xml(c)}"/>' for c in hint.choices)
        kind = f"<w:dropDownList>{entries}</w:dropDownList>"
    elif hint.name == "Date":
        kind = '<w:date><w:dateFormat w:val="dddd d MMMM yyyy"/><w:calendar w:val="gregorian"/></w:date>'
    return parse_xml(
        f"<w:sdt {nsdecls('w')}>{_properties(hint, number, kind)}<w:sdtContent>{_run(hint)}</w:sdtContent></w:sdt>"
    )


def _surround(paragraph: WordParagraph, hint: Hint, number: int) -> None:
    """Make the paragraph a content control of its own, in which there may be several paragraphs."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}>{_properties(hint, number)}<w:sdtContent/></w:sdt>")
    paragraph._p.addprevious(control)
    control[-1].append(paragraph._p)
    paragraph._p.append(parse_xml(_run(hint, nsdecls("w"))))


def _properties(hint: Hint, number: int, kind: str = "") -> str:
    name = _xml(hint.name)
    return (
        f'<w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/><w:showingPlcHdr/>{kind}'
        "</w:sdtPr>"
    )


def _run(hint: Hint, declared: str = "") -> str:
    return (
        f'<w:r {declared}><w:rPr><w:rStyle w:val="PlaceholderText"/><w:color w:val="{_QUIET}"/></w:rPr>'
        f'<w:t xml:space="preserve">{_xml(hint.printed)}</w:t></w:r>'
    )


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _set_up(document: Document, blank: Blank) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = blank.title, "", ""
    properties.language = blank.language
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), blank.language)


def _add_styles(document: Document) -> None:
    """The looks of all that is written, so that a body changes them once, in Word's own dialogue."""
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    _plain(styles["Title"], 20, 0, 10)
    _plain(styles["Heading 1"], 14, 14, 4)
    _plain(styles["Heading 2"], 12, 10, 3)
    for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    number = _numbering(document)
    for name, base, level in ((ITEM, "Heading 1", 0), (SUB_ITEM, "Heading 2", 1)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.next_paragraph_style = styles[base], normal
        style.quick_style = True
        style.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        )
    title = styles.add_style(CELL_TITLE, WD_STYLE_TYPE.PARAGRAPH)
    title.base_style, title.next_paragraph_style = styles["Heading 2"], normal
    title.quick_style = True
    title.paragraph_format.space_before = Pt(2)
    hint = styles.add_style(HINT, WD_STYLE_TYPE.CHARACTER)
    hint.font.color.rgb = _QUIET


def _plain(style: object, size: int, before: int, after: int) -> None:
    font, paragraph = style.font, style.paragraph_format  # type: ignore[attr-defined]
    font.name, font.size, font.bold, font.color.rgb = "Calibri", Pt(size), True, _INK
    fonts = style.element.rPr.rFonts  # type: ignore[attr-defined]
    for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[theme]
    paragraph.space_before, paragraph.space_after, paragraph.keep_with_next = Pt(before), Pt(after), True


def _numbering(document: Document) -> int:
    """The id of a list that numbers items 1, 2 and theirs 2.1, 2.2."""
    root = document.part.numbering_part.element
    number = 1 + max((int(e.get(qn("w:abstractNumId"))) for e in root.iter(qn("w:abstractNum"))), default=0)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
        for level, style, text in ((0, "Agendaitem", "%1."), (1, "Agendasub-item", "%1.%2"))
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )
    first = root.find(qn("w:num"))
    if first is None:
        root.append(abstract)
    else:
        first.addprevious(abstract)
    return int(root.add_num(number).numId)


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

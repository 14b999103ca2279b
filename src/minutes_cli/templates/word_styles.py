"""The looks of a blank Word document: its page, its styles, the numbers of its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from minutes_cli.templates.blank import Blank

if TYPE_CHECKING:
    from docx.document import Document

_MARGIN_CM = 2.2
WIDTH_CM = 21.0 - 2 * _MARGIN_CM
INK, QUIET = RGBColor(0x1F, 0x38, 0x64), RGBColor(0x59, 0x59, 0x59)  # both above 7:1 on white
ITEM, SUB_ITEM, CELL_TITLE, HINT, STRONG = "Agenda item", "Agenda sub-item", "Item title", "Placeholder Text", "Strong"


def set_up(document: Document, blank: Blank) -> None:
    """An upright A4 page, and what the file says of itself."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = blank.title, "", ""
    properties.language = blank.language
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), blank.language)


def add_styles(document: Document) -> None:
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
    hint.font.color.rgb = QUIET


def _plain(style: object, size: int, before: int, after: int) -> None:
    font, paragraph = style.font, style.paragraph_format  # type: ignore[attr-defined]
    font.name, font.size, font.bold, font.color.rgb = "Calibri", Pt(size), True, INK
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

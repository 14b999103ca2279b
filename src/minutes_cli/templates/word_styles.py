"""The looks that a blank Word document has beyond those of all of ours: the numbers of its items, its hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from minutes_cli.exporters.word import QUIET, add_style, set_looks

if TYPE_CHECKING:
    from docx.document import Document

ITEM, SUB_ITEM, CELL_TITLE, HINT = "Agenda item", "Agenda sub-item", "Item title", "Placeholder Text"


def add_styles(document: Document) -> None:
    """The looks of all that is written, so that a body changes them once, in Word's own dialogue."""
    set_looks(document, levels=2)
    styles = document.styles
    number = _numbering(document)
    for name, base, level in ((ITEM, "Heading 1", 0), (SUB_ITEM, "Heading 2", 1)):
        style = add_style(document, name, base)
        style.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        )
    title = add_style(document, CELL_TITLE, "Heading 2")
    title.paragraph_format.space_before = Pt(2)
    hint = styles.add_style(HINT, WD_STYLE_TYPE.CHARACTER)
    hint.font.color.rgb = QUIET


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

"""A body's own Word document as the paper that minutes are written on: its page, header, footer and styles."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from docx.document import Document

_LEVELS = 9
# What is looked for in its gallery; what it lacks is added with our looks.
_STRONG, _TITLE = "Strong", "Title"


def open_house(data: bytes, name: str) -> Document:
    """The document without its text; UsageError, with `name` for the message, for what is no Word document."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, PackageNotFoundError, zipfile.BadZipFile, XMLSyntaxError) as error:
        raise UsageError(name, "is no Word document to take styles from", "save it as .docx") from error
    body = document.element.body
    for element in list(body):
        if element is not body.sectPr:
            body.remove(element)
    _add_missing(document)
    return document


def _add_missing(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    from minutes_cli.exporters.word import dress_heading

    styles = document.styles
    if "Normal" not in styles:
        styles.add_style("Normal", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    if _STRONG not in styles:
        styles.add_style(_STRONG, WD_STYLE_TYPE.CHARACTER, builtin=True).font.bold = True
    for level, name in enumerate((_TITLE, *(f"Heading {n}" for n in range(1, _LEVELS + 1)))):
        if name not in styles:
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            style.next_paragraph_style = styles["Normal"]
            dress_heading(style, level)
            if level:
                outline = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level - 1}"/>')
                style.element.get_or_add_pPr().append(outline)

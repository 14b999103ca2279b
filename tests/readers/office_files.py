"""Small DOCX and ODT files made of raw XML, and documents shown as lines that a test can state."""

from __future__ import annotations

import io
import zipfile

from minutes_cli.model.document import Document, Paragraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_URN = "urn:oasis:names:tc:opendocument:xmlns"
OPEN_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{_URN}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "meta": "meta",
    }.items()
)
OPEN_NAMESPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relationships(links: dict[str, str]) -> str:
    """A .rels part from targets and the last words of their types; the ids are rId1, rId2 …"""
    rows = (
        f'<Relationship Id="rId{at}" Type="{R}/{kind}" Target="{target}"/>'
        for at, (target, kind) in enumerate(links.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def word_part(root: str, content: str) -> str:
    return f"<w:{root} {WORD_NAMESPACES}>{content}</w:{root}>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file; `parts` are the insides of styles, numbering, settings, footnotes, header1, footer1 …"""
    roots = {"header": "hdr", "footer": "ftr"}
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships({"word/document.xml": "officeDocument"}),
        "word/document.xml": word_part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships({f"{name}.xml": name.rstrip("0123456789") for name in parts}),
    }
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = word_part(roots.get(kind, kind), content)
    return zipped(files)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, style: str = "") -> str:
    chosen = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{chosen}{''.join(c if c.startswith('<') else run(c) for c in content)}</w:p>"


def sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def row(*cells: str, header: bool = False, more: str = "") -> str:
    mark = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr>{mark}{more}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(c if c[:2] == '<w' else p(c) for c in content)}</w:tc>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def odt(text: str, automatic: str = "", styles: str = "", masters: str = "", meta: str = "") -> bytes:
    """An OpenDocument text; `styles` are common, `automatic` those of the text."""

    def part(root: str, content: str) -> str:
        return f"<office:{root} {OPEN_NAMESPACES}>{content}</office:{root}>"

    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": part(
                "document-content",
                f"<office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{text}</office:text></office:body>",
            ),
            "styles.xml": part(
                "document-styles",
                f"<office:styles>{styles}</office:styles><office:master-styles>{masters}</office:master-styles>",
            ),
            "meta.xml": part("document-meta", f"<office:meta>{meta}</office:meta>"),
        }
    )


def shown(document: Document) -> list[str]:
    """One line a paragraph: path, heading, [label], tick box, **strong** and ~~struck~~ text, lines parted by " / "."""
    return [_line(paragraph) for paragraph in document.paragraphs()]


def _line(paragraph: Paragraph) -> str:
    marks: dict[int, str] = {}
    for spans, mark in ((paragraph.strong, "**"), (paragraph.struck, "~~")):
        for start, end in spans:
            marks[start] = marks.get(start, "") + mark
            marks[end] = mark + marks.get(end, "")
    for start in paragraph.starts[1:]:
        marks[start] = "/ " + marks.get(start, "")
    text = "".join(marks.get(at, "") + character for at, character in enumerate(f"{paragraph.text}\0"))[:-1]
    pieces = (
        paragraph.block or "",
        f"H{paragraph.heading}" if paragraph.heading else "",
        f"[{paragraph.label}]" if paragraph.label else "",
        {True: "(x)", False: "( )", None: ""}[paragraph.checked],
        text,
    )
    return " ".join(piece for piece in pieces if piece)

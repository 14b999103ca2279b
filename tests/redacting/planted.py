"""Minutes of one meeting with words planted where they must not come out again, in every kind of document.

`RESTRICTED` stand in items that are not for publication, `NAMES` are forms of one person's name, and what is named with
each kind of document stands where no reader of it looks.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator

import docx
import pypdfium2
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.pdfgen.canvas import Canvas

RESTRICTED = ("zqtitle", "zqtext", "zqaction", "zqdecision", "zqbelow", "zqquestion")
NAMES = ("coldwater", "ben cold", "water, ben", "b. cold", "bcoldwater")
_PROPERTIES = ("zqauthor", "zqcomments", "zqkeywords", "zqlast_modified_by", "zqsubject", "zqcategory")
_INFORMATION = ("zqauthor", "zqsubject", "zqkeywords", "zqcreator", "zqproducer")
LINES = (
    "# Minutes of the Harbour Trust, 3 March 2025",
    "Present: Ada Roe (AR), Ben Coldwater (BC)",
    "## 1. Jetty",
    "The jetty is to be painted. Ben Coldwater asked who pays. AR said that B. Coldwater, or Coldwater, Ben, does.",
    "Write to bcoldwater@harbour.example or to BEN COLDWATER.",
    "Action: BC to get two prices by 4 April 2025.",
    "## 2. Exclusion of the press and public",
    "RESOLVED that the press and public be excluded under paragraph 3 of Schedule 12A.",
    "## 3. Lease with zqtitle",
    "The rent of zqtext is low. AR asked whether zqquestion was told.",
    "Action: AR to sign zqaction by 4 May 2025.",
    "RESOLVED: That zqdecision be accepted.",
    "### 3.1 Terms",
    "Zqbelow was agreed.",
)


def markdown() -> bytes:
    front = "---\nauthor: zqauthor\ntitle: zqmeta\n---\n\n<!-- zqcomment -->\n\n"
    return (front + "\n\n".join(LINES) + "\n").encode()


def html() -> bytes:
    body = "\n".join(
        f"<h{len(marks)}>{words}</h{len(marks)}>" if marks else f"<p>{words}</p>" for marks, words in _parted()
    )
    head = '<title>Minutes</title><meta name="author" content="zqauthor">'
    head += '<script>"zqscript"</script><style>/*zqstyle*/</style>'
    return (
        f'<html><head>{head}</head><body data-note="zqdata"><!-- zqcomment -->{body}'
        '<p hidden>zqhidden</p><p style="display:none">zqunseen</p></body></html>'
    ).encode()


def word() -> bytes:
    document = docx.Document()
    for marks, words in _parted():
        if marks:
            document.add_heading(words, len(marks))
        else:
            document.add_paragraph(words)
        if words == "Jetty" or words.startswith("1. "):
            _add_unseen(document)
    for word in _PROPERTIES:
        setattr(document.core_properties, word.removeprefix("zq"), word)
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/comments.xml"] = (
        f'<w:comments {nsdecls("w")}><w:comment w:id="0" w:author="zqcommenter">'
        "<w:p><w:r><w:t>zqcomment</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def _add_unseen(document: docx.document.Document) -> None:
    """Words that were deleted with changes tracked, and words that are hidden."""
    space = nsdecls("w")
    deleted = f'<w:del {space} w:id="1" w:author="zqeditor"><w:r><w:delText>zqdeleted</w:delText></w:r></w:del>'
    unseen = f"<w:r {space}><w:rPr><w:vanish/></w:rPr><w:t>zqhidden</w:t></w:r>"
    paragraph = document.add_paragraph("Blue was chosen.")
    for xml in (deleted, unseen):
        paragraph._p.append(parse_xml(xml))


def pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for word in _INFORMATION:
        getattr(canvas, f"set{word.removeprefix('zq').capitalize()}")(word)
    height = 800
    for marks, words in _parted():
        canvas.setFont("Helvetica-Bold" if marks else "Helvetica", 14 if marks else 10)
        canvas.drawString(60, height, words)
        height -= 34 if marks else 24
    canvas.textAnnotation("zqnote", Rect=[10, 10, 40, 40])
    canvas.bookmarkPage("here")
    canvas.addOutlineEntry("zqoutline", "here")
    canvas.save()
    return stream.getvalue()


def _parted() -> Iterator[tuple[str, str]]:
    for line in LINES:
        marks = re.match("#*", line)
        yield (marks[0] if marks else ""), line.lstrip("# ")


SOURCES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "md": (markdown, ("zqauthor", "zqmeta", "zqcomment")),
    "html": (html, ("zqauthor", "zqscript", "zqstyle", "zqdata", "zqcomment", "zqhidden", "zqunseen")),
    "docx": (word, (*_PROPERTIES, "zqcommenter", "zqcomment", "zqeditor", "zqdeleted", "zqhidden")),
    "pdf": (pdf, (*_INFORMATION, "zqnote", "zqoutline")),
}
"""By the suffix: what makes the document, and the words in it that no reader is shown"""


def found(words: tuple[str, ...], written: bytes) -> list[str]:
    """Those of the words, in any case, that occur in bytes or in what is packed in them, in UTF-8 or UTF-16."""
    everything = unpacked(written)
    texts = [everything.decode("utf-8", "replace").casefold()]
    texts += [everything[start:].decode("utf-16-be", "replace").casefold() for start in (0, 1)]
    return [one for one in words if any(one in text for text in texts)]


def unpacked(written: bytes) -> bytes:
    """What is written, and unpacked: the parts of a package, the streams and the text of a PDF."""
    if written.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(written)
        text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
        streams = re.findall(rb"stream\r?\n(.*?)endstream", written, re.DOTALL)
        return b"\n".join([written, text.encode(), *map(_inflated, streams)])
    if not written.startswith(b"PK"):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        return b"\n".join(unpacked(package.read(name)) + name.encode() for name in package.namelist())


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:  # of another filter
        return stream

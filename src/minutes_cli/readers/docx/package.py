"""The parts of a Word file that hold text, in the order in which the document shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutes_cli.errors import CorruptInputError
from minutes_cli.model.document import Block, Document, Paragraph
from minutes_cli.readers.archive import SAVE_AGAIN, Archive, properties
from minutes_cli.readers.docx.names import Element, R, Relationship, W, child, read_part, relationships, switch
from minutes_cli.readers.docx.numbering import read_numbering
from minutes_cli.readers.docx.reading import Origins, Reading
from minutes_cli.readers.docx.story import Story
from minutes_cli.readers.docx.styles import read_styles
from minutes_cli.readers.numerals import format_number
from minutes_cli.readers.office.blocks import require_text, texts
from minutes_cli.readers.options import Limits
from minutes_cli.text.directives import directive

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
USUAL_MAIN_PART = "word/document.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_PROPERTIES = {
    "title": (f"{_DC}title",),
    "author": (f"{_DC}creator",),
    "date": (f"{_TERMS}created",),
    "format": (f"{_CORE}category",),
}
# Notes with these types are the lines that Word draws between text and notes.
_DRAWN = frozenset(("separator", "continuationSeparator", "continuationNotice"))


@dataclass(slots=True)
class _Package:
    archive: Archive
    limits: Limits
    links: dict[str, Relationship]
    origins: Origins

    def part(self, kind: str) -> Element | None:
        """The root of the part that the main part links to as `kind`."""
        return next((self.beside(link.part) for link in self.links.values() if link.kind == kind), None)

    def beside(self, part: str) -> Element | None:
        """The root of a part that the text can be read without."""
        with self.archive.may_lack(part):
            return self.read(part)
        return None

    def read(self, part: str) -> Element | None:
        root = read_part(self.archive, part, self.limits)
        if root is not None:
            self.origins.parts[part] = root
        return root


def read_package(archive: Archive, limits: Limits) -> tuple[Document, Origins]:
    """The document in a package, and what each paragraph was read from."""
    main, origins = _main_part(archive), Origins()
    package = _Package(archive, limits, relationships(archive, main), origins)
    body = child(package.read(main), "body")
    if body is None:
        raise CorruptInputError(archive.name, "holds no Word document", SAVE_AGAIN)
    styles = read_styles(package.part("styles"))
    reading = Reading(styles, read_numbering(package.part("numbering"), styles), limits, origins=origins)
    headers = _margins(package, reading, body, "header")
    text = Story(reading).blocks(body)
    notes = [*_notes(package, reading, "footnote", "decimal"), *_notes(package, reading, "endnote", "lowerRoman")]
    footers = _margins(package, reading, body, "footer")
    if count := _comments(package.part("comments")):
        reading.notices.tell("comments", count=count)
    blocks = (*headers, *text, *notes, *footers)
    require_text(blocks, archive.name)
    document = Document(
        blocks,
        MEDIA_TYPE,
        metadata=properties(_core_properties(archive), _PROPERTIES),
        problems=(*archive.problems, *reading.notices.problems()),
    )
    return document, origins


def _main_part(archive: Archive) -> str:
    for link in relationships(archive, "").values():
        if link.kind == "officeDocument" and link.part in archive:
            return link.part
    return USUAL_MAIN_PART


def _comments(root: Element | None) -> int:
    """How many comments there are that people left; those for the checker are no leftovers."""
    texts = ("".join(t.text or "" for t in comment.iter(W + "t")) for comment in (() if root is None else root))
    return sum(directive(text) is None for text in texts)


def _core_properties(archive: Archive) -> Element | None:
    for link in relationships(archive, "").values():
        if link.kind == "core-properties":
            with archive.may_lack(link.part):
                return archive.xml(link.part)
    return None


def _margins(package: _Package, reading: Reading, body: Element, kind: str) -> list[Block]:
    """The headers or footers that pages show, each text once."""
    settings = package.part("settings")
    shown = {"default"} | ({"even"} if switch(settings, "evenAndOddHeaders") else set())
    parts: list[str] = []
    for section in body.iter(W + "sectPr"):
        kinds = shown | ({"first"} if switch(section, "titlePg") else set())
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            link = package.links.get(reference.get(R + "id", ""))
            if link and link.part not in parts and reference.get(W + "type", "default") in kinds:
                parts.append(link.part)
    found: list[Block] = []
    seen: set[tuple[str, ...]] = set()
    for part in parts:
        root = package.beside(part)
        if root is not None:
            story = Story(reading, "header" if kind == "header" else "footer")
            blocks = story.blocks(root, f"{kind}[{len(seen) + 1}]/")
            if (said := texts(blocks)) and said not in seen:
                seen.add(said)
                found += blocks
    return found


def _notes(package: _Package, reading: Reading, kind: str, form: str) -> Iterator[Block]:
    """The notes that the text refers to, in order; a note's first paragraph has its number as label."""
    ids = reading.notes[kind]
    root = package.part(f"{kind}s") if ids else None
    if root is None:
        return
    notes = {n.get(W + "id"): n for n in root.iterchildren(W + kind) if n.get(W + "type") not in _DRAWN}
    for number, note_id in enumerate(ids, 1):
        if note_id not in notes:
            continue
        label = format_number(number, form)
        for block in Story(reading, "footnote").blocks(notes[note_id], f"{kind}[{number}]/"):
            yield replace(block, label=label) if label and isinstance(block, Paragraph) else block
            label = ""

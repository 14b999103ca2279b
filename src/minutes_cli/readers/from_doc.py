"""Word 97-2003 files (DOC): bytes -> Document.

Text comes through the piece table; styles, lists and cell edges are taken where they can be read, and a problem says
so where they cannot. Nothing in the file is run or fetched.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from minutes_cli.errors import CorruptInputError
from minutes_cli.model.document import Block, Document, Paragraph, Role
from minutes_cli.readers.doc.container import Container
from minutes_cli.readers.doc.formatting import read_formatting
from minutes_cli.readers.doc.header import (
    CHARACTERS,
    ENDNOTE_TEXTS,
    FOOTNOTE_TEXTS,
    HEADER_TEXTS,
    PARAGRAPHS,
    SAVE_AS,
    STYLES,
    TEXT_BOX_TEXTS,
    Header,
    read_header,
    uses_second_table,
)
from minutes_cli.readers.doc.lists import read_lists
from minutes_cli.readers.doc.properties import read_properties
from minutes_cli.readers.doc.story import Reading, Story
from minutes_cli.readers.doc.styles import read_styles
from minutes_cli.readers.doc.text import read_pieces
from minutes_cli.readers.numerals import format_number
from minutes_cli.readers.office.blocks import require_text, texts
from minutes_cli.readers.office.notices import Notices
from minutes_cli.readers.options import Options

MEDIA_TYPE = "application/msword"
_DAMAGE = (struct.error, IndexError, ValueError)
# a section has a header and a footer each for even, odd and first pages, in this order;
# before those of the first section come six texts that part notes from the page
_MARGINS: tuple[Role, ...] = ("header", "header", "footer", "footer", "header", "footer")
_SEPARATORS = 6
_TEXT_BOX_ENTRY = 22


def read(data: bytes, name: str, options: Options) -> Document:
    """Read a Word file of the versions 97 to 2003."""
    try:
        container = Container(data)
        main = container.read("WordDocument") or b""
        header = read_header(main, container.read(f"{int(uses_second_table(main, name))}Table") or b"")
        reading = Reading(read_pieces(header, name), options.limits, Notices())
        _read_formatting(header, reading, container.read("Data") or b"")
        blocks = tuple(_blocks(header, reading))
    except _DAMAGE as error:
        raise CorruptInputError(name, "is damaged or incomplete", SAVE_AS) from error
    require_text(blocks, name)
    problems = tuple(reading.notices.problems())
    return Document(blocks, MEDIA_TYPE, metadata=read_properties(container), problems=problems)


def _read_formatting(header: Header, reading: Reading, elsewhere: bytes) -> None:
    """Read all but the text; where that is damaged the text is still worth reading."""
    try:
        reading.runs = read_formatting(header.main, header.part(CHARACTERS))
        reading.paragraphs = read_formatting(header.main, header.part(PARAGRAPHS), elsewhere)
        reading.styles = read_styles(header.part(STYLES))
        reading.numbering = read_lists(header)
    except _DAMAGE:
        reading.notices.tell("unread-format")


def _blocks(header: Header, reading: Reading) -> Iterator[Block]:
    """Every story in the order of `Document`: headers, body, text boxes, notes, footers."""
    margins = _margins(header, reading)
    yield from margins["header"]
    yield from Story(reading).blocks(0, header.lengths.body)
    for at, start, end in _parts(header, "text_boxes", header.positions(TEXT_BOX_TEXTS, _TEXT_BOX_ENTRY)):
        yield from Story(reading, "textbox", f"textbox[{at}]/").blocks(start, end)
    for story, pair, form in (
        ("footnotes", FOOTNOTE_TEXTS, "decimal"),
        ("endnotes", ENDNOTE_TEXTS, "lowerRoman"),
    ):
        for at, start, end in _parts(header, story, header.positions(pair, 0)):
            label = format_number(at, form)
            for block in Story(reading, "footnote", f"{story[:-1]}[{at}]/").blocks(start, end):
                yield replace(block, label=label) if label and isinstance(block, Paragraph) else block
                label = ""
    yield from margins["footer"]


def _parts(header: Header, story: str, positions: tuple[int, ...]) -> Iterator[tuple[int, int, int]]:
    """The notes or text boxes of a story: number, start and end in the whole text; the last position is a guard.

    Those that overlap or leave the story are damaged and left out: no text is read twice.
    """
    first, size = header.lengths.start(story), getattr(header.lengths, story)
    last = 0
    for at, (start, end) in enumerate(pairwise(positions[:-1]), 1):
        if last <= start < end <= size:
            last = end
            yield at, first + start, first + end


def _margins(header: Header, reading: Reading) -> dict[Role, list[Block]]:
    """Headers and footers, each text once."""
    found: dict[Role, list[Block]] = {"header": [], "footer": []}
    seen: dict[Role, set[tuple[str, ...]]] = {"header": set(), "footer": set()}
    for at, start, end in _parts(header, "headers", header.positions(HEADER_TEXTS, 0)):
        if at > _SEPARATORS:
            role = _MARGINS[(at - 1) % len(_MARGINS)]
            blocks = list(Story(reading, role, f"{role}[{len(seen[role]) + 1}]/").blocks(start, end))
            if (said := texts(blocks)) and said not in seen[role]:
                seen[role].add(said)
                found[role] += blocks
    return found

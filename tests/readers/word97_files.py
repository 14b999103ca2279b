"""Small Word 97-2003 files made byte by byte: a compound file with the streams and tables that a reader needs."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, TABLE_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TEXT_AT = 1024


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file; streams under 4096 bytes share the root's stream, as the format wants it."""
    table: list[int] = [TABLE_SECTOR]
    sectors: list[bytes] = [b""]

    def store(content: bytes) -> int:
        first = len(sectors)
        count = -(-len(content) // SECTOR)
        for at in range(count):
            sectors.append(content[at * SECTOR : (at + 1) * SECTOR].ljust(SECTOR, b"\0"))
            table.append(first + at + 1 if at < count - 1 else END)
        return first if count else END

    mini, mini_table, entries = b"", [], []
    for name, content in streams.items():
        if len(content) < CUTOFF:
            start, count = len(mini_table), -(-len(content) // MINI)
            mini_table += [*range(start + 1, start + count), END][:count]
            mini += content.ljust(count * MINI, b"\0")
        else:
            start = store(content)
        entries.append(_entry(name, 2, start, len(content), right=len(entries) + 2))
    entries[-1] = entries[-1][:72] + struct.pack("<I", FREE) + entries[-1][76:]
    root = _entry("Root Entry", 5, store(mini), len(mini), child=1)
    directory = store(b"".join([root, *entries]))
    minis = store(struct.pack(f"<{len(mini_table)}I", *mini_table))
    assert len(table) <= SECTOR // 4, "one sector of the table is enough for a test"
    sectors[0] = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, 1, directory, 0, CUTOFF, minis, 1, END, 0, 0)
    return header.ljust(SECTOR, b"\xff") + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int, right: int = FREE, child: int = FREE) -> bytes:
    named = name.encode("utf-16-le")
    return (
        named.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(named) + 2, kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


@dataclass(frozen=True)
class Part:
    """Some text: how it is stored, the modifiers of its runs, and those of its paragraph where it ends one."""

    text: str
    run: bytes = b""
    paragraph: bytes = b""
    style: int = 0
    wide: bool = False


def modifier(code: int, operand: bytes) -> bytes:
    return struct.pack("<H", code) + operand


def row_end(edges: Sequence[int], flags: Sequence[int] = (), header: bool = False) -> Part:
    """The mark at the end of a table's row, with the edges of its cells in twips."""
    count = len(edges) - 1
    cells = struct.pack(f"<B{count + 1}h", count, *edges)
    cells += b"".join(struct.pack("<H18x", flag) for flag in [*flags, *[0] * count][:count])
    marks = IN_TABLE + modifier(0x2417, b"\1") + modifier(0x3404, bytes((header,)))
    return Part("\x07", paragraph=marks + modifier(0xD608, struct.pack("<H", len(cells) + 1) + cells))


IN_TABLE = modifier(0x2416, b"\1")
BOLD, STRIKE, HIDDEN, DELETED, INSERTED = (modifier(c, b"\1") for c in (0x0835, 0x0837, 0x083C, 0x0800, 0x0801))


def cell(text: str, run: bytes = b"") -> Part:
    return Part(text + "\x07", run, IN_TABLE)


def style(built_in: int, base: int = 0xFFF, paragraph: bytes = b"", run: bytes = b"") -> bytes:
    """A paragraph style of the style sheet."""
    parts = b""
    for part in (b"\0\0" + paragraph, run):
        parts += struct.pack("<H", len(part)) + part + bytes(len(part) % 2)
    return struct.pack("<HHHHH", built_in, 1 | base << 4, 2, 0, 0) + struct.pack("<HHH", 1, ord("s"), 0) + parts


def level(text: str, kind: int = 0, start: int = 1, left: int = 360) -> bytes:
    """A level of a list; the characters below 9 in its text stand for the numbers of levels."""
    places = bytes(at for at, character in enumerate(text, 1) if ord(character) < 9).ljust(9, b"\0")
    layout = modifier(0x840F, struct.pack("<h", left))
    head = struct.pack("<iBB9sB8xBBBB", start, kind, 0, places, 0, 0, len(layout), 0, 0)
    return head + layout + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def word97(
    *parts: Part,
    styles: Sequence[bytes] = (),
    lists: Sequence[Sequence[bytes]] = (),
    stories: Sequence[int] = (),
    tables: dict[int, bytes] | None = None,
    flags: int = 0,
    version: int = 0xC1,
    data: bytes | None = None,
    summary: bytes | None = None,
) -> bytes:
    """A file of these parts.

    stories   characters of footnotes, headers, macros, comments, endnotes, text boxes, which follow the body's
    tables    further structures by their number in the header
    """
    text, positions, descriptors, runs, paragraphs = b"", [0], b"", [], []
    for part in parts:
        offset = TEXT_AT + len(text)
        stored = offset if part.wide else offset * 2 | 1 << 30
        descriptors += struct.pack("<HIH", 0, stored, 0)
        positions.append(positions[-1] + len(part.text))
        text += part.text.encode("utf-16-le" if part.wide else "cp1252")
        runs.append((offset, part.run))
        if part.text[-1:] in ("\r", "\x07", "\x0c"):
            paragraphs.append((TEXT_AT + len(text), struct.pack("<H", part.style) + part.paragraph))
    piece_table = struct.pack(f"<{len(positions)}I", *positions) + descriptors
    main = bytearray(TEXT_AT) + text
    main += bytes(-len(main) % 512)
    page_tables = []
    for page in (_run_page(runs, TEXT_AT + len(text)), _paragraph_page(paragraphs)):
        page_tables.append(struct.pack("<III", TEXT_AT, TEXT_AT + len(text), len(main) // 512))
        main += page
    structures = {33: b"\2" + struct.pack("<I", len(piece_table)) + piece_table, 12: page_tables[0], 13: page_tables[1]}
    if styles:
        sheet = struct.pack("<HHH", 4, len(styles), 10)
        structures[1] = sheet + b"".join(struct.pack("<H", len(s)) + s for s in styles)
    if lists:
        heads = b"".join(struct.pack("<I22xBx", key + 1, len(levels) == 1) for key, levels in enumerate(lists))
        structures[73] = struct.pack("<H", len(lists)) + heads
        uses = b"".join(struct.pack("<I12x", key + 1) for key in range(len(lists)))
        structures[74] = struct.pack("<I", len(lists)) + uses + struct.pack("<I", FREE) * len(lists)
    structures |= tables or {}
    table = b""
    for pair, structure in structures.items():
        struct.pack_into("<II", main, 0x9A + 8 * pair, len(table), len(structure))
        table += structure
        if pair == 73:
            table += b"".join(level for levels in lists for level in levels)
    struct.pack_into("<HH", main, 0, 0xA5EC, version)
    struct.pack_into("<H", main, 0x0A, flags | 0x200)
    counts = [*stories, *[0] * 6][:6]
    struct.pack_into("<7I", main, 0x4C, positions[-1] - sum(counts), *counts)
    streams = {"WordDocument": bytes(main), "1Table": table}
    if data is not None:
        streams["Data"] = data
    if summary is not None:
        streams["\5SummaryInformation"] = summary
    return compound(streams)


def _run_page(runs: list[tuple[int, bytes]], end: int) -> bytes:
    starts = struct.pack(f"<{len(runs) + 1}I", *(start for start, _ in runs), end)
    page = bytearray(512)
    offsets, at = b"", 510
    for _, modifiers in runs:
        at = (at - len(modifiers) - 1) // 2 * 2
        page[at : at + len(modifiers) + 1] = bytes((len(modifiers),)) + modifiers
        offsets += bytes((at // 2,))
    page[: len(starts) + len(offsets)] = starts + offsets
    page[511] = len(runs)
    return bytes(page)


def _paragraph_page(paragraphs: list[tuple[int, bytes]]) -> bytes:
    starts = struct.pack(f"<{len(paragraphs) + 1}I", TEXT_AT, *(end for end, _ in paragraphs))
    page = bytearray(512)
    entries, at = b"", 510
    for _, stored in paragraphs:
        stored += bytes(len(stored) % 2)
        at = (at - len(stored) - 2) // 2 * 2
        page[at : at + len(stored) + 2] = bytes((0, len(stored) // 2)) + stored
        entries += bytes((at // 2,)) + bytes(12)
    assert len(starts) + len(entries) <= at, "more paragraphs than fit on one page"
    page[: len(starts) + len(entries)] = starts + entries
    page[511] = len(paragraphs)
    return bytes(page)

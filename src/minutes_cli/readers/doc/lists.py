"""The lists of a Word 97-2003 file (PlfLst, PlfLfo), as `Numbering`."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from minutes_cli.readers.doc.formatting import P_LEFT, P_LEFT_OLD, read_modifiers
from minutes_cli.readers.doc.header import LIST_USES, LISTS, Header
from minutes_cli.readers.office.numbering import LEVELS, MOST_LABEL, Level, Numbered, Numbering

TWIP = 0.05
_LIST, _USE, _LEVEL = 28, 16, 28
_KINDS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    5: "ordinal",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}
_LEGAL, _RESTARTS_AFTER = 0x4, 0x8
_START, _FORMAT = 0x10, 0x20


def read_lists(header: Header) -> Numbering:
    """The lists by the number that paragraphs use, from 1; raises `struct.error` where they are damaged."""
    numbering = Numbering()
    definitions = dict(_definitions(header))
    uses = header.part(LIST_USES)
    count = min(int.from_bytes(uses[:4], "little"), max(len(uses) - 4, 0) // _USE)
    at = 4 + count * _USE
    for number in range(count):
        key, _, _, overrides = struct.unpack_from("<IIIB", uses, 4 + number * _USE)
        levels = dict(definitions.get(key, {}))
        starts: dict[int, int] = {}
        at += 4
        for _ in range(overrides):
            start, flags = struct.unpack_from("<iI", uses, at)
            at += 8
            if flags & _FORMAT:
                levels[flags & 0xF], at = _read_level(uses, at)
            if flags & _START:
                starts[flags & 0xF] = start if not flags & _FORMAT else levels[flags & 0xF].start
        numbering.lists[number + 1] = Numbered(str(key), levels, starts)
    return numbering


def _definitions(header: Header) -> Iterator[tuple[int, dict[int, Level]]]:
    start, length = header.bounds(LISTS)
    if length < 2:
        return
    (count,) = struct.unpack_from("<H", header.table, start)
    at = start + 2 + count * _LIST
    for number in range(count):
        place = start + 2 + number * _LIST
        (key,) = struct.unpack_from("<I", header.table, place)
        levels: dict[int, Level] = {}
        for level in range(1 if header.table[place + 26] & 1 else LEVELS):
            levels[level], at = _read_level(header.table, at)
        yield key, levels


def _read_level(stored: bytes, at: int) -> tuple[Level, int]:
    """One level and the offset behind it."""
    start, kind, flags = struct.unpack_from("<iBB", stored, at)
    places = stored[at + 6 : at + 15]
    run_size, paragraph_size, after = struct.unpack_from("<BBB", stored, at + 24)
    at += _LEVEL
    layout = read_modifiers(stored[at : at + paragraph_size])
    left = layout.get(P_LEFT, layout.get(P_LEFT_OLD))
    at += paragraph_size + run_size
    (length,) = struct.unpack_from("<H", stored, at)
    text = stored[at + 2 : at + 2 + 2 * length].decode("utf-16-le", errors="replace")
    pattern = "".join(
        f"%{ord(character) + 1}" if position in places and ord(character) < LEVELS else character
        for position, character in enumerate(text[:MOST_LABEL], 1)
    )
    level = Level(
        _KINDS.get(kind, "decimal"),
        pattern,
        max(start, 0),
        after if flags & _RESTARTS_AFTER else None,
        bool(flags & _LEGAL),
        indent=None if left is None else int.from_bytes(left, "little", signed=True) * TWIP,
    )
    return level, at + 2 + 2 * length

"""Formatting of a Word 97-2003 file: property modifiers ("sprms") of paragraphs and runs by offset in the stream."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, field

PAGE = 512
# What is read of all the modifiers; the names are those of the specification without "sprm".
C_DELETED, C_INSERTED = 0x0800, 0x0801
C_BOLD, C_STRIKE, C_HIDDEN = 0x0835, 0x0837, 0x083C
C_DOUBLE_STRIKE, C_UNDERLINE, C_SIZE, C_STYLE, C_SYMBOL = 0x2A53, 0x2A3E, 0x4A43, 0x4A30, 0x6A09
P_IN_TABLE, P_ROW_END, P_DEPTH = 0x2416, 0x2417, 0x6649
P_OUTLINE, P_LIST_LEVEL, P_LIST, P_LEFT, P_LEFT_OLD = 0x2640, 0x260A, 0x460B, 0x845E, 0x840F
T_HEADER, T_CELLS = 0x3404, 0xD608
_P_TABS, _P_ELSEWHERE = 0xC615, (0x6646, 0x6645)
# Minutes have a few thousand; each costs some hundred bytes of memory.
MOST_RUNS = 300_000
# operand bytes by the upper three bits of a code; 6 says its length itself
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}

Modifiers = dict[int, bytes]
NOTHING: Modifiers = {}


def read_modifiers(stored: bytes) -> Modifiers:
    """Modifiers by code; the last of a code wins, what is cut off is left out."""
    found: Modifiers = {}
    at = 0
    while at + 3 <= len(stored):
        (code,) = struct.unpack_from("<H", stored, at)
        at += 2
        size = _OPERANDS.get(code >> 13)
        if size is None and code == T_CELLS:
            size = int.from_bytes(stored[at : at + 2], "little") - 1
            at += 2
        elif size is None:
            size = stored[at]
            at += 1
            if code == _P_TABS and size == 255:
                break  # a list of tabs too long to say its length: nothing of use follows it
        if size < 0 or at + size > len(stored):
            break
        found[code] = stored[at : at + size]
        at += size
    return found


@dataclass(slots=True)
class Formatting:
    """What holds from each of some offsets in the stream on; `style` is that of the paragraph."""

    starts: list[int] = field(default_factory=list)
    properties: list[tuple[int, Modifiers]] = field(default_factory=list)

    def at(self, offset: int) -> tuple[int, Modifiers]:
        """The paragraph style and the modifiers at an offset."""
        found = bisect_right(self.starts, offset) - 1
        return self.properties[found] if found >= 0 else (0, NOTHING)


def read_formatting(main: bytes, pages: bytes, elsewhere: bytes | None = None) -> Formatting:
    """Formatting from the pages of the main stream that a table names.

    elsewhere   the stream of long modifiers if the table is that of paragraphs, None if it is that of runs
    Raises ValueError or struct.error where it is damaged or holds more than `MOST_RUNS`.
    """
    count = max((len(pages) - 4) // 8, 0)
    entry = 1 if elsewhere is None else 13
    long = _Elsewhere(elsewhere or b"")
    found: list[tuple[int, int, Modifiers]] = []
    for number in dict.fromkeys(struct.unpack_from(f"<{count}I", pages, 4 * (count + 1))):
        page = main[number * PAGE : (number + 1) * PAGE]
        runs = page[-1] if len(page) == PAGE else 0
        if 4 * (runs + 1) + entry * runs > PAGE or len(found) + runs > MOST_RUNS:
            raise ValueError("formatting does not fit")
        for run, start in enumerate(struct.unpack_from(f"<{runs}I", page)):
            at = 2 * page[4 * (runs + 1) + entry * run]
            style, modifiers = (0, _run(page, at)) if elsewhere is None else _paragraph(page, at)
            found.append((start, style, long.resolved(modifiers)))
    found.sort(key=lambda item: item[0])
    return Formatting([start for start, _, _ in found], [(style, modifiers) for _, style, modifiers in found])


@dataclass(slots=True)
class _Elsewhere:
    """Modifiers of paragraphs (rows of many cells, above all) that are too long for their page."""

    stream: bytes
    _by_place: dict[int, Modifiers] = field(default_factory=dict)
    _read: int = 0

    def resolved(self, modifiers: Modifiers) -> Modifiers:
        operand = next((modifiers[code] for code in _P_ELSEWHERE if code in modifiers), None)
        if operand is None:
            return modifiers
        place = int.from_bytes(operand, "little")
        if place not in self._by_place:
            size = int.from_bytes(self.stream[place : place + 2], "little")
            self._read += size
            if self._read > len(self.stream):
                raise ValueError("long modifiers overlap")
            self._by_place[place] = read_modifiers(self.stream[place + 2 : place + 2 + size])
        return self._by_place[place]


def _paragraph(page: bytes, at: int) -> tuple[int, Modifiers]:
    if not 0 < at < PAGE - 3:
        return 0, NOTHING
    # a length in words that counts itself; 0 if the next byte has it
    start, size = (at + 1, 2 * page[at] - 1) if page[at] else (at + 2, 2 * page[at + 1])
    stored = page[start : start + size]
    return int.from_bytes(stored[:2], "little"), read_modifiers(stored[2:])


def _run(page: bytes, at: int) -> Modifiers:
    return read_modifiers(page[at + 1 : at + 1 + page[at]]) if at else NOTHING

"""The file information block of a Word 97-2003 file, and the streams it points into."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import NamedTuple

from minutes_cli.errors import CorruptInputError, LockedInputError, UnsupportedInputError

MAGIC, OLD_MAGIC = 0xA5EC, 0xA5DC
# version numbers from this on are Word 97 and later
WORD_97 = 0xC1
ENCRYPTED, SECOND_TABLE = 0x0100, 0x0200
# bytes from the start of the block
_FLAGS, _LENGTHS, _PAIRS = 0x0A, 0x4C, 0x9A
SAVE_AS = "open it in Word or LibreOffice and save it as DOCX"

# position in the list of (offset, length) pairs that follow the header
STYLES, FOOTNOTE_TEXTS, HEADER_TEXTS, CHARACTERS, PARAGRAPHS, PIECES = 1, 3, 11, 12, 13, 33
ENDNOTE_TEXTS, TEXT_BOX_TEXTS, LISTS, LIST_USES = 47, 56, 73, 74


class Lengths(NamedTuple):
    """Characters in each story; the stories follow one another in this order."""

    body: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    text_boxes: int

    def start(self, story: str) -> int:
        """Where a story starts in the whole text."""
        return sum(self[: self._fields.index(story)])


@dataclass(frozen=True, slots=True)
class Header:
    """A Word file's main stream and its table stream."""

    main: bytes
    table: bytes
    lengths: Lengths

    def part(self, pair: int) -> bytes:
        """A structure of the table stream, empty where it is missing."""
        start, length = self.bounds(pair)
        return self.table[start : start + length]

    def bounds(self, pair: int) -> tuple[int, int]:
        start, length = struct.unpack_from("<II", self.main, _PAIRS + 8 * pair)
        return start, length

    def positions(self, pair: int, entry: int) -> tuple[int, ...]:
        """The text positions at the start of a structure, which has `entry` bytes for all but the last of them."""
        stored = self.part(pair)
        return struct.unpack_from(f"<{(len(stored) + entry) // (4 + entry)}I", stored)


def uses_second_table(main: bytes, name: str) -> bool:
    """Whether the file's tables are in "1Table" instead of "0Table"; raises where the file cannot be read."""
    if len(main) < _PAIRS:
        raise CorruptInputError(name, "is damaged or incomplete", SAVE_AS)
    magic, version = struct.unpack_from("<HH", main)
    if magic == OLD_MAGIC or (magic == MAGIC and version < WORD_97):
        raise UnsupportedInputError(name, "a Word file from before 1997, which cannot be read", SAVE_AS)
    if magic != MAGIC:
        raise CorruptInputError(name, "is damaged: its Word stream is not one", SAVE_AS)
    (flags,) = struct.unpack_from("<H", main, _FLAGS)
    if flags & ENCRYPTED:
        raise LockedInputError(name, "encrypted", "remove the password in Word and save it again")
    return bool(flags & SECOND_TABLE)


def read_header(main: bytes, table: bytes) -> Header:
    return Header(main, table, Lengths(*struct.unpack_from("<7I", main, _LENGTHS)))

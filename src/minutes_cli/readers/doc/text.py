"""The text of a Word 97-2003 file: pieces of the main stream in the order of the piece table."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.errors import CorruptInputError
from minutes_cli.readers.doc.header import PIECES, SAVE_AS, Header

_MODIFIERS, _TABLE = 1, 2
_NARROW = 1 << 30
# what Windows-1252 leaves open is shown as in Latin-1
_CODEPAGE = [bytes((code,)).decode("cp1252", errors="ignore") or chr(code) for code in range(256)]
_WIDE = {code: ord(shown) for code, shown in enumerate(_CODEPAGE)}


class Piece(NamedTuple):
    """Some of the text: where it starts in the whole text, in the main stream, and bytes a character."""

    at: int
    text: str
    offset: int
    width: int


def read_pieces(header: Header, name: str) -> list[Piece]:
    """All pieces in order; raises `CorruptInputError` where they do not fit the file."""
    table = _piece_table(header.part(PIECES))
    count = (len(table) - 4) // 12
    if count < 1:
        raise CorruptInputError(name, "is damaged: it holds no text", SAVE_AS)
    positions = struct.unpack_from(f"<{count + 1}I", table)
    pieces: list[Piece] = []
    total = 0
    for number, (at, end) in enumerate(pairwise(positions)):
        (stored,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)
        width = 1 if stored & _NARROW else 2
        offset = (stored & (_NARROW - 1)) // (3 - width)
        total += (end - at) * width
        # pieces share nothing: together they cannot be longer than the stream
        if end < at or total > len(header.main):
            raise CorruptInputError(name, "is damaged: its pieces do not fit", SAVE_AS)
        raw = header.main[offset : offset + (end - at) * width]
        text = raw.decode("latin-1").translate(_WIDE) if width == 1 else raw.decode("utf-16-le", errors="replace")
        pieces.append(Piece(at, text, offset, width))
    return pieces


def _piece_table(structure: bytes) -> bytes:
    """The piece table proper, which stands after any number of formatting records."""
    at = 0
    while at < len(structure) and structure[at] == _MODIFIERS:
        (length,) = struct.unpack_from("<H", structure, at + 1)
        at += 3 + length
    if at + 5 > len(structure) or structure[at] != _TABLE:
        return b""
    (length,) = struct.unpack_from("<I", structure, at + 1)
    return structure[at + 5 : at + 5 + length]


def slices(pieces: list[Piece], start: int, end: int) -> Iterator[Piece]:
    """The pieces of `text[start:end]`."""
    for piece in pieces[max(bisect_right(pieces, start, key=lambda piece: piece.at) - 1, 0) :]:
        if piece.at >= end:
            return
        first, last = max(start - piece.at, 0), min(end - piece.at, len(piece.text))
        if first < last:
            yield Piece(piece.at + first, piece.text[first:last], piece.offset + first * piece.width, piece.width)

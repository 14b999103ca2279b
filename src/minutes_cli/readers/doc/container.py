"""OLE compound files, in which Office stored its documents until 2003: the streams of the top folder by name."""

from __future__ import annotations

import struct

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _ENTRY = 512, 128
_LAST_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF
_STREAM = 2
_MINI_SECTOR = 64


class Container:
    """A compound file in memory; raises ValueError or struct.error where it is damaged.

    No chain of sectors is followed for longer than the file has sectors: what is read is never larger than the file.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC) or len(data) < _HEADER:
            raise ValueError("no compound file")
        self._data = data
        (shift,) = struct.unpack_from("<H", data, 0x1E)
        if shift not in (9, 12):
            raise ValueError("unknown size of sectors")
        self._size = 1 << shift
        (directory,) = struct.unpack_from("<I", data, 0x30)
        self._cutoff, mini_table = struct.unpack_from("<II", data, 0x38)
        self._most = len(data) // self._size + 1
        self._next = _numbers(b"".join(map(self._sector, self._table_sectors())), self._most)
        self._entries = self._chain(directory)
        root_child, root_start = struct.unpack_from("<I36xI", self._entries, 76)
        self._mini = self._chain(root_start)
        self._next_mini = _numbers(self._chain(mini_table), len(self._mini) // _MINI_SECTOR + 1)
        self._streams = self._siblings(root_child)

    def read(self, name: str) -> bytes | None:
        """The bytes of a stream, None where there is none of this name."""
        if name not in self._streams:
            return None
        start, size = self._streams[name]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        pieces: list[bytes] = []
        while start < _LAST_SECTOR and len(pieces) <= len(self._next_mini):
            pieces.append(self._mini[start * _MINI_SECTOR : (start + 1) * _MINI_SECTOR])
            start = self._next_mini[start] if start < len(self._next_mini) else _LAST_SECTOR
        return b"".join(pieces)[:size]

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, start: int) -> bytes:
        """The sectors from `start` on."""
        pieces: list[bytes] = []
        while start < _LAST_SECTOR:
            if start >= len(self._next) or len(pieces) > self._most:
                raise ValueError("broken chain of sectors")
            pieces.append(self._sector(start))
            start = self._next[start]
        return b"".join(pieces)

    def _table_sectors(self) -> list[int]:
        """The sectors of the table that says which sector follows which, no more than the file can need."""
        following, count = struct.unpack_from("<II", self._data, 0x44)
        numbers = list(struct.unpack_from("<109I", self._data, 0x4C))
        needed = 4 * self._most // self._size + 1
        while following < _LAST_SECTOR and count > 0 and len(numbers) < needed:
            listed = _numbers(self._sector(following), self._size)
            if not listed:
                break
            numbers += listed[:-1]
            following, count = listed[-1], count - 1
        return [number for number in numbers[:needed] if number < _LAST_SECTOR]

    def _siblings(self, first: int) -> dict[str, tuple[int, int]]:
        """The streams in one folder, by walking its tree of entries."""
        found: dict[str, tuple[int, int]] = {}
        waiting, seen = [first], {_NO_ENTRY}
        while waiting:
            number = waiting.pop()
            at = number * _ENTRY
            if number in seen or at + _ENTRY > len(self._entries):
                continue
            seen.add(number)
            length, kind, left, right = struct.unpack_from("<HBxII", self._entries, at + 64)
            waiting += (left, right)
            start, size = struct.unpack_from("<II", self._entries, at + 116)
            if kind == _STREAM:
                name = self._entries[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", errors="replace")
                found[name] = (start, size)
        return found


def _numbers(stored: bytes, most: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{min(len(stored) // 4, most)}I", stored)

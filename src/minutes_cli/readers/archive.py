"""Zip packages of XML (DOCX, ODT), read from memory with every size counted."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree

from minutes_cli.errors import CorruptInputError, LimitError, LockedInputError, over
from minutes_cli.model.document import Problem
from minutes_cli.readers.options import Limits
from minutes_cli.text.counting import in_bytes

CHUNK = 64 * 1024
# 1,000 pages of Word text have up to 1,500,000 tags; an element costs over 100 bytes of memory, whatever its name.
MOST_TAGS = 2_000_000
# what libxml2 stops at by itself in most versions; a higher limit has no effect
PARSER_DEPTH = 256
CENTRAL_ENTRY = b"PK\x01\x02"
# the record at its end; the length of a remark behind it stands in its last two bytes
_END, _END_BYTES = b"PK\x05\x06", 22
# The package standards know no other methods, and only these inflate piece by piece.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    RuntimeError,
    NotImplementedError,
)
SAVE_AGAIN = "open it in a word processor and save it again"


class DamagedPartError(CorruptInputError):
    """A part of a package is damaged; others may be whole."""


class Archive:
    """The parts of a zip file by name, without regard to case; nothing is ever written to disk."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Read the directory of `data`; raises `CorruptInputError`, `LimitError`, `LockedInputError`."""
        self.name = name
        self.problems: list[Problem] = []
        self._limits = limits
        self._inflated = 0
        self._most = min(limits.inflated_bytes, max(limits.ratio_floor_bytes, limits.inflation_ratio * len(data)))
        # counted before `zipfile` makes an object of each
        if data.count(CENTRAL_ENTRY) > limits.zip_entries:
            raise over(name, f"holds more than {limits.zip_entries} parts", "zip-entries", SAVE_AGAIN)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(_without_tail(data)))
            entries = self._zip.infolist()
        except DAMAGE as error:
            raise CorruptInputError(name, "is damaged or incomplete (broken zip)", SAVE_AGAIN) from error
        self._entries = {_key(entry.filename): entry for entry in entries}
        counts = Counter(_key(entry.filename) for entry in entries)
        for part, count in counts.items():
            if count > 1:
                self.problems.append(Problem("duplicate-part", f"{part} is stored {count} times; the last is read"))

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._entries

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, None where there is no such part."""
        entry = self._entries.get(_key(part))
        if entry is None:
            return None
        if entry.flag_bits & 0x1:
            raise LockedInputError(self.name, "encrypted", "save it without a password, then run again")
        if entry.compress_type not in METHODS:
            raise CorruptInputError(self.name, "is packed by an unknown method", SAVE_AGAIN)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(CHUNK):
                    pieces.append(piece)
                    size += len(piece)
                    self._inflated += len(piece)
                    if size > self._limits.part_bytes or self._inflated > self._most:
                        raise self._too_large(size)
        except DAMAGE as error:
            raise DamagedPartError(self.name, "is damaged or incomplete (broken zip)", SAVE_AGAIN) from error
        return b"".join(pieces)

    def _too_large(self, size: int) -> LimitError:
        limits = self._limits
        if size > limits.part_bytes:
            return over(self.name, f"a part of it unpacks to more than {in_bytes(limits.part_bytes)}", "part-bytes")
        limit = "inflated-bytes" if self._most == limits.inflated_bytes else "inflation-ratio"
        return over(self.name, f"unpacks to more than {in_bytes(self._most)}", limit)

    def prove(self) -> None:
        """Unpack every part once, and parse what is XML, for a library that opens the package by itself."""
        for part in self._entries:
            if part.endswith((".xml", ".rels")):
                self.xml(part)
            else:
                self.read(part)

    def xml(self, part: str) -> etree._Element | None:
        """The root element of a part, None where there is no such part."""
        data = self.read(part)
        return None if data is None else parse_xml(data, self.name, self._limits)

    @contextmanager
    def may_lack(self, part: str) -> Iterator[None]:
        """The block reads what the text can be read without: that it is damaged is told, and no failure."""
        try:
            yield
        except DamagedPartError:
            problem = Problem("part-damaged", f"{part} is damaged and was left out")
            if problem not in self.problems:
                self.problems.append(problem)


def _without_tail(data: bytes) -> bytes:
    """A zip file without what stands behind its end, of which `zipfile` allows only some."""
    end = data.rfind(_END)
    return data[: end + _END_BYTES + int.from_bytes(data[end + 20 : end + 22], "little")] if end >= 0 else data


def parse_xml(data: bytes, name: str, limits: Limits) -> etree._Element:
    """Parse XML that nobody vouches for: no DTD, no entities, no network, bounded depth and size."""
    if data.count(b"<") > MOST_TAGS:
        raise LimitError(name, "holds too much markup", "split it into smaller files")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "depth" in str(error):
            raise LimitError(name, "is nested too deeply", SAVE_AGAIN) from error
        if b"<!DOCTYPE" in data.replace(b"\0", b""):  # in any encoding of one or two bytes a letter
            raise _declares_type(name) from error
        raise DamagedPartError(name, "is damaged (broken XML)", SAVE_AGAIN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares_type(name)
    if root.xpath(f"boolean({'/*' * (min(limits.xml_depth, PARSER_DEPTH) + 1)})"):
        raise LimitError(name, "is nested too deeply", SAVE_AGAIN)
    return root


def _declares_type(name: str) -> CorruptInputError:
    return CorruptInputError(name, "holds a document type declaration, which no word processor writes", SAVE_AGAIN)


def properties(root: etree._Element | None, tags: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What a file says of itself: for each name the text of the first of its tags that has any."""
    found: dict[str, str] = {}
    if root is None:
        return found
    for name, choices in tags.items():
        texts = (" ".join((element.text or "").split()) for element in root.iter(*choices))
        if text := next(filter(None, texts), ""):
            found[name] = text
    return found


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()

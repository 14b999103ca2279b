"""What would flood an engine: streams that inflate to too much, forms that draw forms that draw forms.

The engine would draw and inflate until its process is ended. These are seen in the bytes of a file, of which no more
is understood than where its streams are: a stream always stands in the file itself, never packed within another.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from minutes_cli.errors import over
from minutes_cli.readers.options import MIB, Limits
from minutes_cli.text.counting import in_bytes

_ANEW = "print it anew as PDF"
# how far before its data a stream's dictionary begins at most, and what is inflated at once
_DICTIONARY_BYTES = 64 * 1024
_PIECE_BYTES = MIB
# Flate packs no tighter
_MOST_RATIO = 1032
# what is read of the content of a form, and how deep engines follow forms
_CONTENT_PIECES = 8
_DEPTH = 30

_OBJ = re.compile(rb"obj\b")
# the two numbers in front of it
_NUMBER = re.compile(rb"\b(\d{1,10})\s{1,4}\d{1,5}\s{1,4}\Z")
_NUMBER_BYTES = 24
_FILTER = re.compile(rb"/Filter\s{0,20}(/\w{1,20}|\[[^\]]{0,500}\])")
# these are inflated when they are drawn or saved, if at all
_LEFT_PACKED = re.compile(rb"/Subtype\s{0,20}/Image\b|/Type\s{0,20}/EmbeddedFile\b")
_FORM = re.compile(rb"/Subtype\s{0,20}/Form\b")
_RESOURCES = re.compile(rb"/Resources\s{0,20}(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b")
_DRAWINGS = re.compile(rb"/XObject\s{0,20}(?:<<([^<>]{0,60000})>>|(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b)")
_NAMED = re.compile(rb"/([^\s/<>\[\]()%]{1,127})\s{1,20}(\d{1,10})\s{1,4}\d{1,5}\s{1,4}R\b")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()%]{1,127})\s{1,20}Do\b")
_FLATE = (b"/FlateDecode", b"/Fl")
_ASCII_85 = (b"/ASCII85Decode", b"/A85")


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream of a file.

    number      of its object
    dictionary  the bytes between "obj" and "stream"
    """

    number: int
    dictionary: bytes
    data: memoryview

    @property
    def filters(self) -> list[bytes]:
        """What was done to it, the last first."""
        found = _FILTER.search(self.dictionary)
        return re.findall(rb"/\w+", found[1]) if found else []

    @property
    def flates(self) -> int:
        """How many times it is packed."""
        return sum(name in _FLATE for name in self.filters)


def refuse_floods(data: bytes, name: str, limits: Limits) -> None:
    """Raise LimitError for a file that would flood an engine; what is encrypted is not looked into."""
    if b"/Encrypt" in data:
        return
    forms: dict[int, _Stream] = {}
    for stream in _streams(data):
        if _FORM.search(stream.dictionary):
            forms[stream.number] = stream
        if _may_exceed(stream, limits.stream_bytes) and _is_more_than(limits.stream_bytes, stream):
            reason = f"holds a stream of more than {in_bytes(limits.stream_bytes)} when unpacked"
            raise over(name, reason, "stream-bytes", _ANEW)
    if _draw_more_than(limits.pdf_forms, _draws(forms, data)):
        reason = f"drawings that draw one another more than {limits.pdf_forms} times"
        raise over(name, reason, "pdf-forms", _ANEW)


def _streams(data: bytes) -> Iterator[_Stream]:
    """The streams of a file in the order in which they stand, and, of a broken file, some that are none."""
    whole, at = memoryview(data), 0
    while (start := data.find(b"stream", at)) >= 0:
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        opened = data.rfind(b"obj", max(at, start - _DICTIONARY_BYTES), start)
        head = _numbered(data, opened) if opened >= 0 else None
        if head:
            number, text = head
            first = start + len(b"stream")
            first += data[first : first + 2] == b"\r\n" or 1
            yield _Stream(number, data[text:start], whole[first:end])
        at = end + len(b"endstream")


def _may_exceed(stream: _Stream, most: int) -> bool:
    """Whether a stream may inflate to more than `most` bytes; what is not packed, the file's size limits."""
    if not stream.flates or _LEFT_PACKED.search(stream.dictionary):
        return False
    largest: int = len(stream.data) * _MOST_RATIO**stream.flates
    return largest > most


def _inflated(stream: _Stream) -> Iterator[bytes]:
    """The pieces of a stream's content, as far as it can be unpacked; none where more was done to it."""
    pieces = iter([bytes(stream.data)])
    for name in stream.filters:
        if name in _FLATE:
            pieces = _unpacked(pieces)
        elif name in _ASCII_85:
            pieces = _from_ascii_85(pieces)
        else:
            return iter(())
    return pieces


def _from_ascii_85(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What five letters a time stand for; the file that holds the letters has a limit, and a piece of them, too."""
    for piece in pieces:
        with suppress(ValueError):
            yield base64.a85decode(piece.partition(b"~>")[0])


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    flate = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        while rest:
            try:
                found = flate.decompress(rest, _PIECE_BYTES)
            except zlib.error:
                return
            yield found
            rest = flate.unconsumed_tail


def _is_more_than(most: int, stream: _Stream) -> bool:
    size = 0
    for piece in _inflated(stream):
        size += len(piece)
        if size > most:
            return True
    return False


def _draws(forms: Mapping[int, _Stream], data: bytes) -> dict[int, Counter[int]]:
    """Which forms a form draws, and how often."""
    objects = _Objects(data)
    found: dict[int, Counter[int]] = {}
    for number, form in forms.items():
        names = {name: target for name, target in _named(form, objects) if target in forms}
        if not names:
            continue
        content = b"".join(islice(_inflated(form), _CONTENT_PIECES))
        found[number] = Counter(names[name] for name in _DRAWN.findall(content) if name in names)
    return found


def _named(form: _Stream, objects: _Objects) -> Iterator[tuple[bytes, int]]:
    """The drawings that a form may draw: what it calls them, and the numbers of their objects."""
    text = form.dictionary
    if elsewhere := _RESOURCES.search(text):
        text = objects.text(int(elsewhere[1]))
    for drawings in _DRAWINGS.finditer(text):
        inside = objects.text(int(drawings[2])) if drawings[2] else drawings[1]
        yield from ((name, int(number)) for name, number in _NAMED.findall(inside))


class _Objects:
    """The texts of a file's objects, looked for when the first is wanted."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places: dict[int, int] | None = None

    def text(self, number: int) -> bytes:
        """What stands behind "obj", b"" for an object that is not there."""
        if self._places is None:
            found = (_numbered(self._data, at.start()) for at in _OBJ.finditer(self._data))
            self._places = dict(filter(None, found))
        at = self._places.get(number)
        if at is None:
            return b""
        end = self._data.find(b"endobj", at, at + _DICTIONARY_BYTES)
        return self._data[at : end if end >= 0 else at + _DICTIONARY_BYTES]


def _numbered(data: bytes, at: int) -> tuple[int, int] | None:
    """The number of the object whose "obj" stands at `at`, and where its text begins."""
    found = _NUMBER.search(data, max(at - _NUMBER_BYTES, 0), at)
    return (int(found[1]), at + len(b"obj")) if found else None


def _draw_more_than(most: int, draws: Mapping[int, Counter[int]]) -> bool:
    """Whether a form draws forms, with all that these draw, more than `most` times."""
    drawn = dict.fromkeys(draws, 1)
    for _ in range(_DEPTH):
        before = drawn
        drawn = {
            number: 1 + sum(times * before.get(inner, 1) for inner, times in inside.items())
            for number, inside in draws.items()
        }
        if any(count > most for count in drawn.values()):
            return True
        if drawn == before:
            return False
    return False

"""Changes of what a PDF holds: its objects, and the streams inside, inflated."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random

from fuzzing.changes import raw
from fuzzing.changes.common import ODD_NUMBERS, Change, span

_STREAM = re.compile(rb"<<((?:[^<>]|<<[^<>]{0,2000}>>|<[^<>]{0,2000}>){0,4000})>>\s{0,4}stream\r?\n")
_FILTER = re.compile(rb"/Filter\s{0,4}(?:\[[^\]]{0,200}\]|/\w{1,40})")
_LENGTH = re.compile(rb"/Length\s{1,4}\d{1,20}(\s+\d+\s+R)?")
_NUMBER = re.compile(rb"(?<![\w.])-?\d{1,12}(?:\.\d{1,12})?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][\w+-]{0,60}")
_REFERENCE = re.compile(rb"\b\d{1,6}\s\d{1,5}\sR\b")
_OBJECT = re.compile(rb"(?<![\w])(\d{1,7})\s+(\d{1,5})\s+obj\b")
_OPERATORS = (
    b"q", b"Q", b"BT", b"ET", b"Tj", b"TJ", b"Td", b"TD", b"Tm", b"T*", b"Tf", b"Tc", b"Tw", b"Tz", b"TL", b"Tr",
    b"Ts", b"cm",
    b"re", b"f", b"S", b"m", b"l", b"c", b"h", b"W n", b"Do", b"BI", b"ID", b"EI", b"BDC", b"BMC", b"EMC", b"gs",
    b"sh", b"rg",
    b"'", b'"', b"[", b"]", b"<<", b">>", b"(", b")", b"<", b">", b"()", b"[()]", b"% ", b"\x00",
    b"(\\000\\001\\033\\377)",
    b"<feff202e0041>", b"<00>", b"/F1 1e9 Tf", b"/F1 0 Tf", b"/F1 -12 Tf", b"0 0 0 0 0 0 Tm", b"1 0 0 -1 0 0 cm",
    b"1e9 0 0 1e9 0 0 cm", b"3 Tr", b"0.0001 0 0 0.0001 0 0 cm", b"0 1 -1 0 0 0 cm", b"0.7 0.7 -0.7 0.7 0 0 Tm",
)  # fmt: skip
_NAMES = (b"/Type", b"/Pages", b"/Page", b"/Kids", b"/Parent", b"/Contents", b"/Font", b"/Length", b"/Rotate",
b"/MediaBox",
          b"/Encoding", b"/ToUnicode", b"/Widths", b"/Filter", b"/FlateDecode", b"/LZWDecode", b"/XObject", b"/Form",
          b"/Identity-H", b"/Encrypt", b"/Prev", b"/Size", b"/Root", b"/Annots", b"/Link",
          b"/StructTreeRoot")  # fmt: skip


def operators(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Words of a stream are lost, doubled, moved, or stand in each other's place."""

    def change(content: bytes) -> bytes:
        words = re.split(rb"(\s+)", content)
        for _ in range(random.choice((1, 3, 20))):
            at = random.randrange(len(words))
            words[at] = random.choice(
                (random.choice(words), random.choice(_OPERATORS), b"", words[at] + b" " + words[at])
            )
        return b"".join(words)

    return _in_stream(random, data, change)


def numbers_in_stream(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return _in_stream(random, data, lambda content: _replaced(random, content, _NUMBER, ODD_NUMBERS))


def repeat_in_stream(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    def change(content: bytes) -> bytes:
        lines = content.split(b"\n")
        start, end = span(random, len(lines), 40)
        times = min(random.choice((2, 10, 100, 3000)), 1 + 300_000 // max(1, sum(map(len, lines[start:end]))))
        return b"\n".join(lines[:start] + lines[start:end] * times + lines[end:])

    return _in_stream(random, data, change)


def bytes_in_stream(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return _in_stream(random, data, lambda content: random.choice(raw.CHANGES)(random, content, [content]))


def strings_in_stream(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Texts that are shown: other characters, or very long."""

    def change(content: bytes) -> bytes:
        found = [*re.finditer(rb"\(([^()\\]{1,500})\)", content)]
        if not found:
            return content
        one = random.choice(found)
        new = random.choice(
            (random.randbytes(9).replace(b"(", b"").replace(b")", b"").replace(b"\\", b""), one[1] * 50, b"." * 3000,
             b" " * 3000, b"1" * 500, b"|", one[1][::-1], b"\x00" * 9, b"\xad\xa0\x95", b"\\011\\012\\015")
        )  # fmt: skip
        return content[: one.start(1)] + new + content[one.end(1) :]

    return _in_stream(random, data, change)


def numbers(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Of dictionaries: boxes, lengths, references, tables of places."""
    return _rebuilt(random, _outside(random, data, lambda part: _replaced(random, part, _NUMBER, ODD_NUMBERS)))


def names(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    there = tuple(_NAME.findall(data)[:400])
    return _rebuilt(random, _outside(random, data, lambda part: _replaced(random, part, _NAME, (*_NAMES, *there))))


def references(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Objects that refer to others, to themselves, to none."""
    there = (*_REFERENCE.findall(data)[:400], b"99999 0 R", b"0 0 R", b"null", b"[]", b"<<>>", b"(x)", b"-1")
    return _rebuilt(random, _outside(random, data, lambda part: _replaced(random, part, _REFERENCE, there)))


def entries(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """More entries in a dictionary."""
    there = _NAME.findall(data)[:400]
    value = random.choice(
        (b"null", b"[]", b"<<>>", b"-1", b"90", b"45", b"1e9", b"1 0 R", b"[0 0 0 0]", b"/Identity-H")
    )
    new = b"<<" + random.choice([*_NAMES, *there]) + b" " + value + b" "
    return _rebuilt(random, _outside(random, data, lambda part: _replaced(random, part, re.compile(rb"<<"), (new,))))


def copy_object(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """An object of this file or another in the place of one, or before it."""
    mine, theirs = _objects(data), _objects(random.choice(others))
    if not mine or not theirs:
        return data
    start, end = random.choice(mine)
    other = data if random.random() < 0.6 else random.choice(others)
    chosen = _objects(other)
    one, two = random.choice(chosen or mine)
    head = _OBJECT.match(data, start)
    body = _OBJECT.sub(b"", other[one:two], count=1)
    return _rebuilt(random, data[:start] + (head[0] if head else b"") + body + data[end:])


def unpack(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A stream without its filter, so that changes of bytes meet what is in it."""
    return _in_stream(random, data, lambda content: content)


def _in_stream(random: Random, data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change the content of a stream of text or drawings, mend its length, and mostly the table of places."""
    found = []
    for head in _STREAM.finditer(data):
        end = data.find(b"endstream", head.end())
        packed = data[head.end() : end] if end > 0 else b""
        if packed and (content := _inflated(head[1], packed)):
            found.append((head, end, content))
    if not found:
        return data
    head, end, content = random.choice(found)
    content = change(content)
    flate = random.random() < 0.5
    stored = zlib.compress(content) if flate else content
    entries = _LENGTH.sub(b"", _FILTER.sub(b"", head[1])) + b"/Length %d" % len(stored)
    entries += b"/Filter/FlateDecode" if flate else b""
    new = b"<<" + entries + b">>\nstream\n" + stored + b"\n"
    return _rebuilt(random, data[: head.start()] + new + data[end:])


def _inflated(entries: bytes, packed: bytes) -> bytes | None:
    named = _FILTER.search(entries)
    if b"Predictor" in entries or b"/Subtype/Image" in entries.replace(b" ", b""):
        return None
    with suppress(ValueError, zlib.error):
        if named and b"ASCII85" in named[0]:
            packed = base64.a85decode(packed.strip().removesuffix(b"~>"))
        return zlib.decompressobj().decompress(packed, 5_000_000) if named and b"Flate" in named[0] else packed
    return None


def _outside(random: Random, data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change one of the stretches between streams."""
    pieces = re.split(rb"(stream\r?\n.*?endstream)", data, flags=re.DOTALL)
    at = random.randrange(0, len(pieces), 2)
    pieces[at] = change(pieces[at])
    return b"".join(pieces)


def _replaced(random: Random, data: bytes, pattern: re.Pattern[bytes], new: Sequence[bytes]) -> bytes:
    for _ in range(random.choice((1, 1, 3, 10))):
        if found := [*pattern.finditer(data)]:
            one = random.choice(found)
            data = data[: one.start()] + random.choice(new) + data[one.end() :]
    return data


def _objects(data: bytes) -> list[tuple[int, int]]:
    """Where each starts and ends."""
    return [(one.start(), end) for one in _OBJECT.finditer(data) if (end := data.find(b"endobj", one.end())) > 0]


def _rebuilt(random: Random, data: bytes) -> bytes:
    """With a right table of places, mostly; readers mend a wrong one, which is another way through them."""
    table, trailer = data.rfind(b"\nxref"), data.rfind(b"trailer")
    if not 0 < table < trailer or random.random() < 0.2:
        return data
    places = {int(one[1]): one.start() for one in _OBJECT.finditer(data, 0, table)}
    most = min(max(places, default=0), 5000)
    rows = b"".join(
        b"%010d 00000 n \n" % places[at] if at in places else b"0000000000 65535 f \n" for at in range(most + 1)
    )
    tail = re.sub(rb"startxref\s+\d+", b"startxref\n%d" % (table + 1), data[trailer:])
    return data[: table + 1] + b"xref\n0 %d\n" % (most + 1) + rows + tail


CHANGES: list[Change] = [
    operators, numbers_in_stream, repeat_in_stream, bytes_in_stream, strings_in_stream, numbers, names, references,
    entries,
    copy_object, unpack,
]  # fmt: skip

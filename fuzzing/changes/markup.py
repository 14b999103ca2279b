"""Changes of XML and HTML: tags, attributes, what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from fuzzing.changes import text
from fuzzing.changes.common import ODD_NUMBERS, Change, span

_TAG = re.compile(rb"<[^<>]{1,2000}>")
_VALUE = re.compile(rb"=\s*([\"'])([^\"'<>]{0,500})\1")
_BETWEEN = re.compile(rb">([^<>]+)<")
_ENTITIES = (
    b"&#0;", b"&#x0;", b"&#xD800;", b"&#x1b;", b"&#xFFFF;", b"&#x110000;", b"&#99999999999;", b"&amp;amp;", b"&nbsp;",
    b"&nosuch;", b"&", b"&lt;b&gt;", b"&#13;&#10;", b"&#8232;", b"&#x202e;", b"]]>", b"<![CDATA[", b"<!--", b"--",
    b"<?x ?>",
    b"<!DOCTYPE a [<!ENTITY x 'yyyy'>]>", b"&x;",
)  # fmt: skip
_VALUES = (b"", b" ", b"none", b"true", b"false", b"x" * 300, b"../../etc/passwd", b"rId1", b"#", b"\xff", b"Heading1",
           b"1cm", b"1e9pt", b"-5in", b"100%", b"display:none", "\u202e".encode())  # fmt: skip


def drop_tags(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    for _ in range(random.choice((1, 2, 8))):
        if tags := [*_TAG.finditer(data)]:
            one = random.choice(tags)
            data = data[: one.start()] + data[one.end() :]
    return data


def drop_between(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A stretch from tag to tag."""
    start, end = _stretch(random, data, 60)
    return data[:start] + data[end:]


def repeat_between(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(random, data, 40)
    return data[:start] + data[start:end] * random.choice((2, 3, 10, 100)) + data[end:]


def move_between(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(random, data, 60)
    rest = data[:start] + data[end:]
    at, _ = _stretch(random, rest, 1)
    return rest[:at] + data[start:end] + rest[at:]


def nest(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """An element in itself, many times."""
    elements = [one for one in _TAG.finditer(data) if one[0][1:2] not in b"/?!" and not one[0].endswith(b"/>")]
    if not elements:
        return data
    one = random.choice(elements)
    name = re.match(rb"<([^\s>]*)", one[0])
    times = random.choice((1, 2, 10, 100, 600))
    closing = b"</" + (name[1] if name else b"") + b">"
    end = data.find(closing, one.end())
    if end < 0:
        return data[: one.start()] + one[0] * times + data[one.start() :]
    return data[: one.start()] + one[0] * times + data[one.start() : end] + closing * times + data[end:]


def rename(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """An element by the name of another, here or everywhere."""
    names = sorted({one[1] for one in re.finditer(rb"<([\w:]+)", data)})
    if len(names) < 2:
        return data
    old, new = random.sample(names, 2)
    times = random.choice((0, 2, 2))
    return re.sub(rb"(</?)" + re.escape(old) + rb"(?=[\s/>])", rb"\g<1>" + new, data, count=times)


def other_value(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    for _ in range(random.choice((1, 2, 8))):
        if values := [*_VALUE.finditer(data)]:
            one, another = random.choice(values), random.choice(values)
            new = random.choice((another[2], random.choice(ODD_NUMBERS), random.choice(_VALUES)))
            data = data[: one.start(2)] + new + data[one.end(2) :]
    return data


def odd_number(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """In the place of a number that is an attribute's value."""
    for _ in range(random.choice((1, 2, 8))):
        if values := [one for one in _VALUE.finditer(data) if one[2].lstrip(b"-")[:1].isdigit()]:
            one = random.choice(values)
            data = data[: one.start(2)] + random.choice(ODD_NUMBERS) + data[one.end(2) :]
    return data


def drop_attribute(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    found = [*re.finditer(rb"\s[\w:.-]+=([\"'])[^\"'<>]{0,500}\1", data)]
    if not found:
        return data
    one = random.choice(found)
    return data[: one.start()] + data[one.end() :]


def entity(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, _ = _stretch(random, data, 1)
    return data[:start] + random.choice(_ENTITIES) + data[start:]


def words(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """What stands between two tags, changed as text is."""
    found = [one for one in _BETWEEN.finditer(data) if one[1].strip()]
    if not found:
        return data
    one = random.choice(found)
    changed = random.choice(text.CHANGES[:-1])(random, one[1], [one[1]])
    if random.random() < 0.9:
        changed = changed.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
        changed = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]", b"", changed)
    return data[: one.start(1)] + changed + data[one.end(1) :]


def paste(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A stretch of another document, from tag to tag."""
    other = random.choice(others)
    start, end = _stretch(random, other, 80)
    at, _ = _stretch(random, data, 1)
    return data[:at] + other[start:end] + data[at:]


def _stretch(random: Random, data: bytes, most: int) -> tuple[int, int]:
    """From the start of a tag to that of a later one."""
    starts = [one.start() for one in _TAG.finditer(data)] or [0]
    start, end = span(random, len(starts) - 1, most)
    return starts[start], starts[min(end, len(starts) - 1)]


CHANGES: list[Change] = [
    drop_tags, drop_between, repeat_between, move_between, nest, rename, other_value, odd_number, drop_attribute,
    entity,
    words, words, paste,
]  # fmt: skip

"""Title, author and date of an Office file, from its summary stream."""

from __future__ import annotations

import codecs
import struct
from datetime import datetime, timedelta

from minutes_cli.readers.doc.container import Container

_NAMES = {2: "title", 4: "author", 12: "date"}
_CODEPAGE, _STRING, _WIDE_STRING, _TIME = 1, 30, 31, 64
# file times count tenths of microseconds from here
_EPOCH = datetime(1601, 1, 1)


def read_properties(container: Container) -> dict[str, str]:
    """What the summary stream says; nothing where it is missing or damaged."""
    try:
        return dict(_properties(container.read("\x05SummaryInformation") or b""))
    except (struct.error, ValueError, OverflowError, LookupError):
        return {}


def _properties(summary: bytes) -> list[tuple[str, str]]:
    (section,) = struct.unpack_from("<I", summary, 44)
    (count,) = struct.unpack_from("<I", summary, section + 4)
    places = dict(struct.unpack_from("<II", summary, section + 8 + 8 * at) for at in range(min(count, 64)))
    encoding = "cp1252"
    if _CODEPAGE in places:
        (page,) = struct.unpack_from("<H", summary, section + places[_CODEPAGE] + 4)
        encoding = codecs.lookup("utf-8" if page == 65001 else f"cp{page}").name
    found: list[tuple[str, str]] = []
    for key, name in _NAMES.items():
        if key in places:
            text = " ".join(_value(summary, section + places[key], encoding).split())
            if text:
                found.append((name, text))
    return found


def _value(summary: bytes, at: int, encoding: str) -> str:
    kind, length = struct.unpack_from("<II", summary, at)
    if kind == _TIME:
        (ticks,) = struct.unpack_from("<Q", summary, at + 4)
        return (_EPOCH + timedelta(microseconds=ticks // 10)).isoformat() + "Z" if ticks else ""
    if kind not in (_STRING, _WIDE_STRING):
        return ""
    width = 2 if kind == _WIDE_STRING else 1
    stored = summary[at + 8 : at + 8 + width * length]
    return stored.decode("utf-16-le" if width == 2 else encoding, errors="replace").partition("\0")[0]

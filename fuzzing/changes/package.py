"""Changes inside the parts of a zip file, which is sound again afterwards."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from functools import cache
from random import Random

from fuzzing.changes import markup, raw, text
from fuzzing.changes.common import Change

Parts = list[tuple[str, bytes]]
# of which most is read
_MAIN = ("word/document.xml", "content.xml")
_READ = ("word/styles.xml", "word/numbering.xml", "styles.xml", "word/_rels/document.xml.rels", "_rels/.rels",
"meta.xml",
         "docProps/core.xml", "[Content_Types].xml", "mimetype", "META-INF/manifest.xml")  # fmt: skip


def unpacked(data: bytes) -> Parts | None:
    """Names and contents; None for what is no zip file any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None


def packed(parts: Parts, stored: bool = False) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")  # of the same name twice
        for name, content in parts:
            # a date of its own: the same parts give the same bytes
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            plain = stored or name == "mimetype"
            archive.writestr(info, content, zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def main_part(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return _changed(random, data, others, [*_MAIN])


def read_part(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return _changed(random, data, others, [*_READ])


def any_part(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return _changed(random, data, others, [])


def arrange(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Parts that are missing, twice there, in each other's place or under another name."""
    parts = unpacked(data)
    if not parts:
        return data
    at, to = random.randrange(len(parts)), random.randrange(len(parts))
    match random.randrange(5):
        case 0:
            del parts[at]
        case 1:
            parts.insert(to, parts[at])
        case 2:
            parts[at], parts[to] = (parts[at][0], parts[to][1]), (parts[to][0], parts[at][1])
        case 3:
            odd = (
                parts[to][0],
                "../" + parts[at][0],
                parts[at][0].upper(),
                "/" + parts[at][0],
                "a\\b",
                "\u202e",
                "x" * 900,
            )
            parts[at] = (random.choice(odd), parts[at][1])
        case _:
            parts[at] = (parts[at][0], b"")
    return packed(parts, stored=random.random() < 0.2)


def _changed(random: Random, data: bytes, others: Sequence[bytes], wanted: list[str]) -> bytes:
    parts = unpacked(data)
    if not parts:
        return data
    places = [at for at, (name, _) in enumerate(parts) if name in wanted or not wanted]
    if not places:
        return data
    at = random.choice(places)
    name, content = parts[at]
    alike = _alike(tuple(others), name) or [content]
    for _ in range(random.choice((1, 1, 2, 4))):
        chance = random.random()
        changes = markup.CHANGES if chance < 0.85 else text.CHANGES if chance < 0.95 else raw.CHANGES
        content = random.choice(changes)(random, content, alike)
    parts[at] = (name, content)
    return packed(parts)


@cache
def _alike(others: tuple[bytes, ...], name: str) -> list[bytes]:
    """The part of that name of each of the good documents."""
    return [one for other in others if (one := dict(unpacked(other) or []).get(name))]


CHANGES: list[Change] = [main_part, main_part, main_part, main_part, read_part, read_part, any_part, arrange]

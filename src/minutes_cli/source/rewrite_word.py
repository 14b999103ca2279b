"""Changes the text of runs in a Word file, and not one byte of its parts beside that."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.parsers import expat
from xml.sax.saxutils import escape

from minutes_cli.readers.archive import Archive
from minutes_cli.readers.docx import read_with_origins
from minutes_cli.readers.docx.names import Element, W
from minutes_cli.readers.docx.reading import Origin
from minutes_cli.readers.options import Limits
from minutes_cli.source.edits import Change
from minutes_cli.source.rewrite import by_unit

_TEXT = frozenset(f"{space} t" for space in (W[1:-1], "http://purl.oclc.org/ooxml/wordprocessingml/main"))
_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_SPACE = b' xml:space="preserve"'


def rewrite_word(data: bytes, name: str, changes: Sequence[Change], limits: Limits) -> bytes:
    """The file with its changes made; a run that gets new text keeps its formatting."""
    origins = read_with_origins(data, name, limits)[1]
    texts: dict[Element, str] = {}
    for address, own in by_unit(changes).items():
        texts |= _new_texts(origins.paragraphs[str(address)], own)
    archive = Archive(data, name, limits)
    parts: dict[str, bytes] = {}
    for part, root in origins.parts.items():
        numbered = {number: texts[t] for number, t in enumerate(root.iter(W + "t")) if t in texts}
        if numbered:
            parts[part.lower()] = _with_texts(archive.read(part) or b"", numbered)
    return _repacked(data, archive, parts)


def _new_texts(origin: Origin, changes: Sequence[Change]) -> dict[Element, str]:
    """What the runs of a paragraph say afterwards: new text goes to the first run that a change touches."""
    texts: dict[Element, str] = {}
    end = sum(len(piece.text) for piece in origin.pieces)
    waiting = sorted(changes, key=lambda change: change.start)
    for piece in reversed(origin.pieces):
        start, text = end - len(piece.text), piece.text
        for change in reversed(waiting):
            if change.start < end and start < change.end:
                new = change.new if change.start >= start else ""
                text = text[: max(change.start - start, 0)] + new + text[change.end - start :]
        if text != piece.text and piece.element is not None:
            texts[piece.element] = text
        end = start
    return texts


def _with_texts(data: bytes, texts: Mapping[int, str]) -> bytes:
    """The XML of a part with other text in some of its w:t, which are counted from 0."""
    pieces: list[bytes] = []
    done = 0
    for number, (start, end) in enumerate(_spans(data)):
        if number not in texts:
            continue
        tag = _TAG.match(data, start)
        assert tag is not None
        opening = tag[0]
        if texts[number] != texts[number].strip() and b"xml:space" not in opening:
            opening = opening[:-1] + _SPACE + b">"
        pieces += (data[done:start], opening, _encoded(texts[number], data))
        done = end
    return b"".join((*pieces, data[done:]))


def _spans(data: bytes) -> list[tuple[int, int]]:
    """Where each w:t starts, and where its closing tag does, in bytes."""
    parser = expat.ParserCreate(namespace_separator=" ")
    spans: list[tuple[int, int]] = []
    open_at: list[int] = []

    def start(name: str, attributes: object) -> None:
        if name in _TEXT:
            open_at.append(len(spans))
            spans.append((parser.CurrentByteIndex, 0))

    def end(name: str) -> None:
        if name in _TEXT:
            at = open_at.pop()
            spans[at] = (spans[at][0], parser.CurrentByteIndex)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return spans


def _encoded(text: str, data: bytes) -> bytes:
    declaration = data[: data.find(b">") + 1].lower()
    if b"encoding" in declaration and b"utf-8" not in declaration:
        return escape(text).encode("ascii", "xmlcharrefreplace")
    return escape(text).encode()


def _repacked(data: bytes, archive: Archive, parts: Mapping[str, bytes]) -> bytes:
    """The package with other content in some parts, which are named in small letters."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        new.comment = old.comment
        for entry in old.infolist():
            copy = zipfile.ZipInfo(entry.filename, entry.date_time)
            copy.compress_type, copy.comment = entry.compress_type, entry.comment
            copy.create_system, copy.external_attr = entry.create_system, entry.external_attr
            key = entry.filename.replace("\\", "/").lstrip("/").lower()
            content = parts[key] if key in parts else archive.read(entry.filename)
            new.writestr(copy, content or b"")
    return target.getvalue()

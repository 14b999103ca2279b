"""Word files: a unit is a paragraph under the path that the reader gives it, and comments are Word's own."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.source_text import Address, Characters, Comment, SourceText, Unit
from minutes_cli.readers.archive import Archive
from minutes_cli.readers.docx import read_with_origins
from minutes_cli.readers.docx.names import MC, W, child
from minutes_cli.readers.docx.reading import Origin, Origins, Piece
from minutes_cli.readers.options import Limits

# a remark on more than this many paragraphs is on the document
_MOST_ABOUT = 200


def read_word(data: bytes, name: str, limits: Limits) -> SourceText:
    origins = read_with_origins(data, name, limits)[1]
    paragraphs = origins.paragraphs.items()
    units = tuple(Unit(path, "".join(piece.text for piece in origin.pieces)) for path, origin in paragraphs)
    fixed: dict[Address, tuple[Characters, ...]] = {
        path: spans for path, origin in paragraphs if (spans := tuple(_fixed(origin)))
    }
    encoding = "utf-8" if _can_rewrite(Archive(data, name, limits), origins) else None
    return SourceText("word", units, tuple(_comments(origins)), dict(units), encoding, fixed)


def _can_rewrite(archive: Archive, origins: Origins) -> bool:
    """Whether an edit leaves a sound file: a signed one would lose its signature, a part stored twice is damage."""
    wide = any(
        (root.getroottree().docinfo.encoding or "").upper().startswith("UTF-16") for root in origins.parts.values()
    )
    return not (wide or archive.problems or "_xmlsignatures/origin.sigs" in archive)


def can_change(piece: Piece) -> bool:
    """Whether the text of the piece stands in one place only, and stays as it is written there.

    Word fills bound controls and simple fields anew, and a text box is stored in two forms.
    """
    if piece.element is None:
        return False
    for outer in piece.element.iterancestors():
        if outer.tag in (MC + "AlternateContent", W + "fldSimple"):
            return False
        if outer.tag == W + "sdt" and child(child(outer, "sdtPr"), "dataBinding") is not None:
            return False
    return True


def _fixed(origin: Origin) -> Iterator[Characters]:
    at = 0
    for piece in origin.pieces:
        if not can_change(piece):
            yield at, at + len(piece.text)
        at += len(piece.text)


def _comments(origins: Origins) -> Iterator[Comment]:
    root = next((root for root in origins.parts.values() if root.tag == W + "comments"), None)
    if root is None:
        return
    about = _anchors(origins)
    for comment in root.iterchildren(W + "comment"):
        text = "\n".join("".join(t.text or "" for t in p.iter(W + "t")) for p in comment.iter(W + "p"))
        blocks = tuple(about.get(comment.get(W + "id", ""), ()))
        yield Comment(blocks[0] if blocks else None, text.strip(), blocks)


def _anchors(origins: Origins) -> dict[str, list[str]]:
    """The paragraphs that each comment is set on, by its id."""
    block_of = {origin.paragraph: block for block, origin in origins.paragraphs.items()}
    found: dict[str, list[str]] = {}
    for root in origins.parts.values():
        ended = {end.get(W + "id") for end in root.iter(W + "commentRangeEnd")}
        running: list[str] = []
        for mark in root.iter(W + "p", W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"):
            if mark.tag == W + "p":
                for name in running:
                    _add(found, name, block_of.get(mark))
                continue
            name = mark.get(W + "id", "")
            if mark.tag == W + "commentRangeEnd":
                running = [one for one in running if one != name]
            elif mark.tag == W + "commentRangeStart" or not found.get(name):
                around = next(mark.iterancestors(W + "p"), None)
                _add(found, name, None if around is None else block_of.get(around))
                if mark.tag == W + "commentRangeStart" and name in ended:
                    running.append(name)
    return found


def _add(found: dict[str, list[str]], name: str, block: str | None) -> None:
    blocks = found.setdefault(name, [])
    if block is not None and block not in blocks and len(blocks) < _MOST_ABOUT:
        blocks.append(block)

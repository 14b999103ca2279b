"""Org: headings by stars, lists, tables, drawers; the rest as plain text with Org's inline marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.errors import NoTextError
from minutes_cli.model.document import Block, Document, Paragraph
from minutes_cli.readers.decode import decode
from minutes_cli.readers.from_text import read_lines
from minutes_cli.readers.markup.front_matter import split_front_matter
from minutes_cli.readers.markup.light_markup import Piece, grid, rendered
from minutes_cli.readers.options import Options
from minutes_cli.readers.plain.lines import SourceLine, line_of, source_lines
from minutes_cli.readers.plain.paragraphs import wrap_width

_HEADING = re.compile(r"(?P<stars>\*{1,20})\s+(?P<title>\S.*)$")
_TAGS = re.compile(r"\s:(?:[\w@#%]+:)+$")
_KEYWORD = re.compile(r"\s*#\+(?P<key>[A-Za-z_]+)(?:\[[^\]]*\])?:\s*(?P<value>.*)$")
_BLOCK_EDGE = re.compile(r"\s*#\+(?:begin|end)_\w+", re.IGNORECASE)
_COMMENT = re.compile(r"\s*#(?:\s|$)")
_DRAWER = re.compile(r"\s*:[A-Za-z_-]+:$")
_DRAWER_END = re.compile(r"\s*:END:$", re.IGNORECASE)
# a drawer without an end swallows nothing
_MOST_DRAWER_LINES = 200
_FIXED_WIDTH = re.compile(r"(\s*): ")
_ROW = re.compile(r"\s*\|")
_SEPARATOR = re.compile(r"\s*\|-[-+|]*$")
_LINK = re.compile(r"\[\[([^\]\[]{1,500})\](?:\[([^\]\[]{1,500})\])?\]")
# marks count where white space or punctuation stands around them
_MARKED = re.compile(r"(?<![^\s\-('\"{])([*_+~=/])(?=\S)([^*_+~=/\n]{0,400}[^\s*_+~=/])\1(?![^\s\-.,:;!?'\")}\[\\])")
_METADATA = {"title": "title", "date": "date", "author": "author"}


def read(data: bytes, name: str, options: Options) -> Document:
    """Read an Org file; its #+TITLE is a heading, too."""
    source = decode(data, name, options.limits)
    metadata, lines = split_front_matter(list(source_lines(source.text)))
    blocks = tuple(rendered(block, _render, options.limits.line_characters) for block in _blocks(lines, metadata))
    if not blocks:
        raise NoTextError(name, "no text in it", "was the right file given?")
    return Document(blocks, "text/org", metadata=metadata, problems=source.problems)


def _blocks(lines: Sequence[SourceLine], metadata: dict[str, str]) -> Iterator[Block]:
    """Blocks with inline marks still in them; adds what keywords say to `metadata`."""
    width = wrap_width(lines)
    body: list[SourceLine] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        taken, blocks = _structure(lines, at, metadata)
        if taken:
            yield from read_lines(body, width)
            body = []
            yield from blocks
        else:
            fixed = _FIXED_WIDTH.match(line.text)
            body.append(line._replace(text=fixed[1] + line.text[fixed.end() :]) if fixed else line)
        at += taken or 1
    yield from read_lines(body, width)


def _structure(lines: Sequence[SourceLine], at: int, metadata: dict[str, str]) -> tuple[int, list[Block]]:
    """How many lines something other than text takes from here (0: it is text), and its blocks."""
    line = lines[at]
    if heading := _HEADING.match(line.text):
        return 1, [_titled(_TAGS.sub("", heading["title"]), line.number, len(heading["stars"]))]
    if keyword := _KEYWORD.match(line.text):
        key, value = keyword["key"].lower(), keyword["value"].strip()
        if key in _METADATA and value:
            metadata[_METADATA[key]] = value
        return 1, [_titled(value, line.number, 1)] if key == "title" and value else []
    if _BLOCK_EDGE.match(line.text) or _COMMENT.match(line.text):
        return 1, []
    if _DRAWER.match(line.text):
        return _drawer(lines, at), []
    if _ROW.match(line.text):
        return _table(lines, at)
    return 0, []


def _titled(title: str, number: int, level: int) -> Paragraph:
    return Paragraph((line_of(title, number),), heading=level)


def _drawer(lines: Sequence[SourceLine], at: int) -> int:
    for end in range(at + 1, min(at + _MOST_DRAWER_LINES, len(lines))):
        if _DRAWER_END.match(lines[end].text):
            return end + 1 - at
        if _HEADING.match(lines[end].text):
            break
    return 0


def _table(lines: Sequence[SourceLine], at: int) -> tuple[int, list[Block]]:
    rows: list[tuple[list[str], int]] = []
    headers = 0
    end = at
    while end < len(lines) and _ROW.match(lines[end].text):
        text = lines[end].text.strip()
        if not _SEPARATOR.match(text):
            rows.append((text.strip("|").split("|"), lines[end].number))
        elif rows and not headers:
            headers = len(rows)
        end += 1
    # rules all over are a frame, a last one is a foot
    return end - at, [grid(rows, headers if headers < len(rows) else 0)] if rows else []


def _render(text: str) -> Iterator[Piece]:
    text = _LINK.sub(lambda link: link[2] or link[1], text)
    at = 0
    for mark in _MARKED.finditer(text):
        yield Piece(text[at : mark.start()])
        yield Piece(mark[2], strong=mark[1] in "*_", struck=mark[1] == "+")
        at = mark.end()
    yield Piece(text[at:])

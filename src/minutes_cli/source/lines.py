"""Text formats: a unit is a line, and a comment is what stands between `<!--` and `-->`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.model.source_text import Comment, SourceText, Unit
from minutes_cli.source.stored import Stored, stored

_COMMENT = re.compile(r"<!--(?P<text>(?:(?!-->).){0,2000})-->", re.DOTALL)


def read_lines(data: bytes, name: str, media_type: str) -> SourceText:
    whole = open_lines(data, name, media_type)
    lines = whole.lines()
    units = tuple(Unit(number, line) for number, line in enumerate(lines, 1))
    return SourceText(
        "lines", units, tuple(_comments(lines)), dict(units), encoding=whole.encoding if whole.exact else None
    )


def open_lines(data: bytes, name: str, media_type: str) -> Stored:
    """The text of a file of a text format, as it is stored."""
    if media_type != "text/html":
        return stored(data, name)
    from minutes_cli.readers.from_html import declared_encoding

    return stored(data, name, declared_encoding(data))


def _comments(lines: Sequence[str]) -> Iterator[Comment]:
    text = "\n".join(lines)
    if "<!--" not in text:
        return
    at, number = 0, 1
    for found in _COMMENT.finditer(text):
        number += text.count("\n", at, found.start())
        at = found.start()
        last = number + found[0].count("\n")
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        beside = text[start : found.start()] + text[found.end() : end if end >= 0 else len(text)]
        about = range(number, last + 1) if beside.strip() else _block_after(lines, last)
        yield Comment(number, found["text"].strip(), tuple(about))


def _block_after(lines: Sequence[str], number: int) -> range:
    """The lines of the first block behind line `number`, up to the next blank one."""
    start = number
    while start < len(lines) and not lines[start].strip():
        start += 1
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    return range(start + 1, end + 1)

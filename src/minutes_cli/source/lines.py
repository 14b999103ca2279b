"""Text formats: a unit is a line, and a comment is what stands between `<!--` and `-->`."""

from __future__ import annotations

import re

from minutes_cli.model.source_text import Comment, SourceText, Unit
from minutes_cli.readers.decode import decode
from minutes_cli.readers.options import Limits

_COMMENT = re.compile(r"<!--(?P<text>(?:(?!-->).){0,2000})-->", re.DOTALL)


def read_lines(data: bytes, name: str, limits: Limits) -> SourceText:
    text = decode(data, name, limits).text
    units = tuple(Unit(number, line) for number, line in enumerate(text.split("\n"), 1))
    comments = tuple(
        Comment(text.count("\n", 0, found.start()) + 1, found["text"].strip()) for found in _COMMENT.finditer(text)
    )
    return SourceText("lines", units, comments, dict(units))

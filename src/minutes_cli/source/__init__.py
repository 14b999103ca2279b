"""A file as its writer typed it: `read_source` gives the pieces that edits and remarks to the checker refer to.

`edits.resolve` finds the place of a fix in those pieces, and `rewrite.rewrite` carries it out, bytes to bytes.
"""

from __future__ import annotations

from minutes_cli.model.source_text import SourceText
from minutes_cli.readers.options import Limits

_LINES = frozenset(("text/plain", "text/markdown", "text/html", "text/org", "text/x-rst"))
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def read_source(data: bytes, name: str, media_type: str, limits: Limits) -> SourceText:
    """The units of a file that a reader has read before; none for formats that nobody edits as text.

    media_type  as the reader told it
    """
    if media_type in _LINES:
        from minutes_cli.source.lines import read_lines

        return read_lines(data, name, media_type)
    if media_type.startswith(_WORD):
        from minutes_cli.source.word import read_word

        return read_word(data, name, limits)
    return SourceText()

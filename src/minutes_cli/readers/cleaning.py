"""Text without the characters that nobody sees, for readers of markup and plain text."""

from __future__ import annotations

import re

from minutes_cli.text.joiners import STRAY_JOINER

BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffe" + BIDI_CONTROLS
# letters of the invisible alphabet of tags, and selectors of which there are as many as bytes: both can carry a text
CARRIERS = re.compile("[\U000e0000-\U000e007f\U000e0100-\U000e01ef]")
# how a terminal is told to colour what follows, to move its cursor, or what its window is called
_TERMINAL = re.compile(
    r"(?:\x1b\[|\x9b)[\d;:?]{0,40}[A-Za-z]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]{0,200}(?:\x07|\x1b\\|\x9c)"
)
_CLEANED = str.maketrans(
    {
        **dict.fromkeys(_INVISIBLE),
        **{chr(code): None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\f"},
        **dict.fromkeys("\v\x85\u00a0\u2007\u202f\u2028\u2029", " "),
    }
)


def cleaned(text: str) -> str:
    """Text without characters that nobody sees, every kind of blank but tab and line end a blank.

    For what `decode` could not see: characters that a document spells out ("&#27;", "&shy;").
    """
    if "\x1b" in text or "\x9b" in text or "\x9d" in text:
        text = _TERMINAL.sub("", text)
    if text.isascii():
        return text if text.isprintable() else text.translate(_CLEANED)
    return STRAY_JOINER.sub("", CARRIERS.sub("", text).translate(_CLEANED))

"""The text of a file as it is stored: nothing cleaned, every line end its own, and back to the same bytes."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from minutes_cli.readers.decode import encoding_of

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_NO_TEXT = re.compile("[\ud800-\udfff]")
# what an encoding with a mark is without it
_MARKED = {
    "utf-8-sig": ((codecs.BOM_UTF8, "utf-8"),),
    "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
    "utf-32": ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
}


class Stored(NamedTuple):
    """Text and how it is stored; bytes that are no text stand in it as lone surrogates.

    exact  whether the text gives back the very bytes it was read from
    """

    text: str
    encoding: str
    mark: bytes = b""
    exact: bool = True

    def pieces(self) -> list[str]:
        """Lines and line ends in turn; the last is a line."""
        return _LINE_END.split(self.text)

    def lines(self) -> list[str]:
        """The lines, fit to be shown: what is no text is U+FFFD."""
        text = self.text if self.text.isascii() else _NO_TEXT.sub("\ufffd", self.text)
        return _LINE_END.split(text)[::2]

    def encoded(self, text: str) -> bytes:
        """The bytes of other text, stored alike; UnicodeEncodeError for characters that the encoding lacks."""
        return self.mark + text.encode(self.encoding, _handler(self.encoding))


def stored(data: bytes, name: str, declared: str | None = None) -> Stored:
    """The text of a file that `readers.decode` has read; `declared` as there."""
    encoding, mark = encoding_of(data, name, declared), b""
    for start, bare in _MARKED.get(encoding, ()):
        if data.startswith(start):
            encoding, mark = bare, start
    try:
        text = data[len(mark) :].decode(encoding, _handler(encoding))
        found = Stored(text, encoding, mark)
        return found._replace(exact=found.encoded(text) == data)
    except (UnicodeError, ValueError):
        return Stored(_readable(data[len(mark) :], encoding), encoding, mark, exact=False)


def _readable(data: bytes, encoding: str) -> str:
    """The text, with U+FFFD for what is none, as `readers.decode` reads it."""
    try:
        return data.decode(encoding, "replace")
    except ValueError:
        return data.decode("cp1252", "replace")


def _handler(encoding: str) -> str:
    return "surrogatepass" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"

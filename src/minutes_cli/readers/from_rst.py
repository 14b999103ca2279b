"""reStructuredText: section titles, field lists, directives, tables; the rest as plain text with its inline marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.errors import NoTextError
from minutes_cli.model.document import Block, Document, Paragraph
from minutes_cli.readers.decode import decode
from minutes_cli.readers.from_text import read_lines
from minutes_cli.readers.markup.light_markup import Piece, rendered
from minutes_cli.readers.markup.rst_table import grid_table, simple_table
from minutes_cli.readers.options import Options
from minutes_cli.readers.plain.lines import SourceLine, line_of, source_lines
from minutes_cli.readers.plain.paragraphs import wrap_width

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{1,}$")
# an underline may be shorter than its title by mistake, but not by much
_LEAST_ADORNMENT = 3
_FIELD = re.compile(r"\s*:(?P<name>[^:\s][^:]{0,60}):\s+(?P<value>\S.*)$")
_DIRECTIVE = re.compile(r"\s*\.\.\s+(?:\|[^|]{1,60}\|\s+)?(?P<name>[\w-]+)::\s*(?P<argument>.*)$")
_OPTION = re.compile(r"\s+:[\w-]+:(?:\s|$)")
_EXPLICIT = re.compile(r"\s*\.\.(?:\s|$)")
_FOOTNOTE = re.compile(r"\s*\.\.\s+(?P<text>\[[^\]]{1,60}\]\s.*)$")
# directives that bring in something else than text
_WITHOUT_TEXT = frozenset(
    {"contents", "csv-table", "figure", "image", "include", "index", "meta", "raw", "sectnum", "toctree"}
)
_INLINE = re.compile(
    r"\*\*(?P<strong>[^\s*](?:[^*]{0,400}[^\s*])?)\*\*"
    r"|(?<![\w*])\*(?P<emphasis>[^\s*](?:[^*]{0,400}[^\s*])?)\*(?!\w)"
    r"|``(?P<literal>[^`]{1,400})``"
    r"|(?::[\w:.+-]{1,40}:)?`(?P<reference>[^`<]{1,400}?)(?:\s?<[^`>]{1,400}>)?`(?::[\w:.+-]{1,40}:|_{0,2})"
    r"|(?P<note>\[[\w#*-]{1,40}\])_"
    r"|\\(?P<escaped>[^\w\s])"
)
_METADATA = ("title", "date", "author")


def read(data: bytes, name: str, options: Options) -> Document:
    """Read a reStructuredText file; `metadata` from its first field list."""
    source = decode(data, name, options.limits)
    reader = _Reader(list(source_lines(source.text)))
    blocks = tuple(rendered(block, _render, options.limits.line_characters) for block in reader.blocks())
    if not blocks:
        raise NoTextError(name, "no text in it", "was the right file given?")
    return Document(blocks, "text/x-rst", metadata=reader.metadata, problems=source.problems)


class _Reader:
    """Cuts a file into titles, tables and the plain text between them."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        self._lines = lines
        self._styles: list[str] = []
        self.metadata: dict[str, str] = {}

    def blocks(self) -> Iterator[Block]:
        width = wrap_width(self._lines)
        body: list[SourceLine] = []
        at = 0
        while at < len(self._lines):
            taken, blocks, replacement = self._structure(at)
            if blocks:
                yield from read_lines(body, width)
                body = []
                yield from blocks
            body.append(self._lines[at]._replace(text="" if taken else self._lines[at].text))
            if replacement is not None:
                body[-1] = body[-1]._replace(text=replacement)
            at += taken or 1
        yield from read_lines(body, width)

    def _structure(self, at: int) -> tuple[int, list[Block], str | None]:
        """How many lines something other than text takes (0: it is text), its blocks, the text it leaves behind."""
        line = self._lines[at]
        title, taken = self._title(at)
        if title:
            return taken, [title], None
        if found := _FIELD.match(line.text):
            key = found["name"].lower()
            if key in _METADATA:
                self.metadata.setdefault(key, found["value"].strip())
            return 1, [], f"{found['name']}: {found['value']}"
        table, taken = grid_table(self._lines, at)
        if not taken:
            table, taken = simple_table(self._lines, at)
        if taken:
            return taken, [table] if table else [], None
        if _EXPLICIT.match(line.text):
            return self._explicit(at)
        if line.text.rstrip().endswith("::"):
            # a literal block follows
            return 1, [], line.text.rstrip()[:-1] if line.text.strip() != "::" else ""
        return 0, [], None

    def _explicit(self, at: int) -> tuple[int, list[Block], str | None]:
        text = self._lines[at].text
        footnote, directive = _FOOTNOTE.match(text), _DIRECTIVE.match(text)
        if footnote:
            return 1, [], footnote["text"]
        end = at + 1
        if directive and directive["name"].lower() not in _WITHOUT_TEXT:
            while end < len(self._lines) and _OPTION.match(self._lines[end].text):
                end += 1
            return end - at, [], directive["argument"]
        # a comment, a target or a picture: it goes as far as it is indented
        while end < len(self._lines) and self._lines[end].text[:1].isspace():
            end += 1
        return end - at, [], ""

    def _title(self, at: int) -> tuple[Paragraph | None, int]:
        text = self._text(at)
        over = _ADORNMENT.match(text)
        if over and self._text(at + 2) == text and self._text(at + 1):
            return self._titled(at + 1, over[1] * 2), 3
        under = _ADORNMENT.match(self._text(at + 1))
        first = at == 0 or not self._text(at - 1)
        if over or not (text and under and first) or self._lines[at].text[:1].isspace():
            return None, 0
        if len(under[0]) >= min(len(text), _LEAST_ADORNMENT):
            return self._titled(at, under[1]), 2
        return None, 0

    def _text(self, at: int) -> str:
        return self._lines[at].text.strip() if 0 <= at < len(self._lines) else ""

    def _titled(self, at: int, style: str) -> Paragraph:
        """A heading; the level of its adornment is the order in which the file first uses it."""
        if style not in self._styles:
            self._styles.append(style)
        line = self._lines[at]
        return Paragraph((line_of(line.text, line.number),), heading=self._styles.index(style) + 1)


def _render(text: str) -> Iterator[Piece]:
    at = 0
    for found in _INLINE.finditer(text):
        yield Piece(text[at : found.start()])
        kind = found.lastgroup or ""
        yield Piece(found[kind], strong=kind == "strong")
        at = found.end()
    yield Piece(text[at:])

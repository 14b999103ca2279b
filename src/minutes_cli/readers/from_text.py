"""Plain text: paragraphs from hard-wrapped lines, headings by underlines, tables by tabs or aligned blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.errors import NoTextError
from minutes_cli.model.document import Block, Document, Paragraph
from minutes_cli.readers.decode import decode
from minutes_cli.readers.options import Options
from minutes_cli.readers.plain.columns import aligned_grid, aligned_rows, tabbed_grid, tabbed_rows
from minutes_cli.readers.plain.joining import join_torn
from minutes_cli.readers.plain.lines import SourceLine, is_rule, line_of, source_lines
from minutes_cli.readers.plain.paragraphs import Gatherer, wrap_width

_UNDERLINE_LEVELS = {"=": 1, "-": 2, "~": 3, "^": 3}
# longer lines are prose that happens to stand above a ruled line
_HEADING_CHARACTERS = 100
_STARRED = re.compile(r"(?P<mark>\*{2,6}) (?P<title>\S.*)$")
_FRAMED = re.compile(r"(?P<mark>={1,6}) ?(?P<title>[^=\s][^=]{0,200}?) ?=+$")


def read(data: bytes, name: str, options: Options) -> Document:
    """Read a plain text file."""
    source = decode(data, name, options.limits)
    blocks = tuple(read_lines(list(source_lines(source.text))))
    if not blocks:
        raise NoTextError(name, "no text in it", "was the right file given?")
    return Document(blocks, "text/plain", problems=source.problems)


def read_lines(lines: Sequence[SourceLine], width: int | None = None) -> list[Block]:
    """Read any lines as plain text.

    width   the width at which the whole file is wrapped, where the lines are a part of it
    """
    return join_torn(_Cutter(lines).runs(wrap_width(lines) if width is None else width))


class _Cutter:
    """Cuts lines into runs of blocks, where the text has blank lines, headings, tables or rules."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        self._lines = lines
        # up to here the lines are known to be no table: each is looked at once
        self._no_table = 0

    def runs(self, width: int) -> Iterator[list[Block]]:
        gatherer = Gatherer(width)
        run: list[SourceLine] = []
        at = 0
        while at < len(self._lines):
            blocks, taken = self._special(at, alone=not run)
            if taken:
                yield list(gatherer.paragraphs(run))
                yield blocks
                run = []
            else:
                run.append(self._lines[at])
            at += taken or 1
        yield list(gatherer.paragraphs(run))

    def _special(self, at: int, alone: bool) -> tuple[list[Block], int]:
        """What is no line of a paragraph, and how many lines it takes: 0 for a line of a paragraph."""
        line = self._lines[at]
        if line.is_blank:
            return [], 1
        heading, taken = self._heading(at) if alone else (None, 0)
        if heading:
            return [heading], taken
        return ([], 1) if is_rule(line.text) else self._table(at)

    def _heading(self, at: int) -> tuple[Paragraph | None, int]:
        """A heading that starts at this line, and how many lines it takes."""
        line = self._lines[at]
        text = line.text.strip()
        after = self._lines[at + 1].text.strip() if at + 1 < len(self._lines) else ""
        if is_rule(text):
            return None, 0
        if framed := _FRAMED.match(text):
            return _titled(framed["title"], line.number, len(framed["mark"])), 1
        starred = _STARRED.match(text)
        if starred and not after:
            return _titled(starred["title"], line.number, len(starred["mark"])), 1
        if len(text) <= _HEADING_CHARACTERS and is_rule(after) and after[0] in _UNDERLINE_LEVELS:
            similar = len(text) / 2 <= len(after) <= len(text) * 1.5 + 2
            if similar and " " not in after and "\t" not in text and not text.endswith((".", ";", ",")):
                return _titled(text, line.number, _UNDERLINE_LEVELS[after[0]]), 2
        return None, 0

    def _table(self, at: int) -> tuple[list[Block], int]:
        if at < self._no_table:
            return [], 0
        if "\t" in self._lines[at].text:
            end, is_table = tabbed_rows(self._lines, at)
            if is_table:
                grid = tabbed_grid(self._lines[at:end])
                footers = [Paragraph((number.as_line(),), role="footer") for number in grid.page_numbers]
                return [*([grid.table()] if grid.rows else []), *footers], end - at
        else:
            end, columns = aligned_rows(self._lines, at)
            if columns:
                return [aligned_grid(self._lines[at:end], columns).table()], end - at
        self._no_table = end
        return [], 0


def _titled(title: str, number: int, level: int) -> Paragraph:
    return Paragraph((line_of(title, number),), heading=level)

"""Plain text: paragraphs from hard-wrapped lines, headings by underlines, tables by tabs or aligned blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.errors import NoTextError
from minutes_cli.model.document import Block, Document, Paragraph
from minutes_cli.readers.columns import aligned_grid, aligned_rows, tabbed_grid, tabbed_rows
from minutes_cli.readers.decode import decode
from minutes_cli.readers.joining import join_torn
from minutes_cli.readers.lines import SourceLine, is_rule, line_of, source_lines
from minutes_cli.readers.options import Options
from minutes_cli.readers.paragraphs import Gatherer, wrap_width

_UNDERLINE_LEVELS = {"=": 1, "-": 2, "~": 3, "^": 3}
# longer lines are prose that happens to stand above a ruled line
_HEADING_CHARACTERS = 100
_STARRED = re.compile(r"(?P<mark>\*{2,6}) (?P<title>\S.*)$")
_FRAMED = re.compile(r"(?P<mark>={1,6}) ?(?P<title>[^=\s].{0,200}?) ?=+$")


def read(data: bytes, name: str, options: Options) -> Document:
    """The blocks of a plain text file."""
    source = decode(data, name, options.limits)
    blocks = tuple(read_lines(list(source_lines(source.text))))
    if not blocks:
        raise NoTextError(name, "no text in it", "was the right file given?")
    return Document(blocks, "text/plain", problems=source.problems)


def read_lines(lines: Sequence[SourceLine]) -> list[Block]:
    """The blocks of any lines of plain text."""
    return join_torn(_blocks(lines))


def _blocks(lines: Sequence[SourceLine]) -> Iterator[Block]:
    gatherer = Gatherer(wrap_width(lines))
    run: list[SourceLine] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        alone = not run
        heading, taken = _heading(lines, at, alone)
        table: list[Block] = []
        if not heading and not line.is_blank:
            table, taken = _table(lines, at)
        if not (line.is_blank or is_rule(line.text) or heading or table):
            run.append(line)
            at += 1
            continue
        yield from gatherer.paragraphs(run)
        run = []
        if heading:
            yield heading
        yield from table
        at += max(taken, 1)
    yield from gatherer.paragraphs(run)


def _table(lines: Sequence[SourceLine], at: int) -> tuple[list[Block], int]:
    if "\t" in lines[at].text:
        end = tabbed_rows(lines, at)
        if end > at:
            grid = tabbed_grid(lines[at:end])
            footers = [Paragraph((n.as_line(),), role="footer") for n in grid.page_numbers]
            return [*([grid.table()] if grid.rows else []), *footers], end - at
    end, columns = aligned_rows(lines, at)
    if end > at:
        return [aligned_grid(lines[at:end], columns).table()], end - at
    return [], 0


def _heading(lines: Sequence[SourceLine], at: int, alone: bool) -> tuple[Paragraph | None, int]:
    """A heading that starts at this line, and how many lines it takes."""
    line = lines[at]
    text = line.text.strip()
    after = lines[at + 1].text.strip() if at + 1 < len(lines) else ""
    if not alone or not text or is_rule(text):
        return None, 0
    framed = _FRAMED.match(text)
    if framed:
        return _titled(framed["title"], line.number, len(framed["mark"])), 1
    starred = _STARRED.match(text)
    if starred and not after:
        return _titled(starred["title"], line.number, len(starred["mark"])), 1
    if len(text) <= _HEADING_CHARACTERS and is_rule(after) and after[0] in _UNDERLINE_LEVELS:
        similar = len(text) / 2 <= len(after) <= len(text) * 1.5 + 2
        if similar and " " not in after and not text.endswith((".", ";", ",")) and "\t" not in line.text.strip():
            return _titled(text, line.number, _UNDERLINE_LEVELS[after[0]]), 2
    return None, 0


def _titled(title: str, number: int, level: int) -> Paragraph:
    return Paragraph((line_of(title, number),), heading=level)

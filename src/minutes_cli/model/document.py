"""What a reader makes of a file: blocks in reading order, each piece with its place.

A document knows nothing of minutes. Positions are points from the page's top left corner; pages, lines, rows and
columns count from 1; character offsets are half-open and refer to `Paragraph.text`, which is in NFC.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

Span = tuple[int, int]
BoundingBox = tuple[float, float, float, float]
Role = Literal["body", "header", "footer", "footnote", "textbox"]
Severity = Literal["error", "warning", "info"]


class Word(NamedTuple):
    """A run of non-blank characters on a page; the box holds its glyphs.

    certainty  from 0 to 1 that it reads so: 1 but for words that were read in a picture
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    certainty: float = 1.0


class Place(NamedTuple):
    """Where some characters stand: page and box, source line, or block path; what the format lacks is None.

    certainty  that of the least certain word
    """

    quote: str
    page: int | None = None
    bbox: BoundingBox | None = None
    line: int | None = None
    block: str | None = None
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one line of a text format.

    words   only where the format has boxes; then `text` is their texts joined by single spaces
    joint   how the next line of the paragraph goes on: " " after a space, "" directly (the hyphen of "long-term" or
            a word cut in two), "-" directly, without this line's last character (a hyphen put in by the line break)
    """

    text: str
    page: int | None = None
    number: int | None = None
    words: tuple[Word, ...] = ()
    joint: Literal[" ", "", "-"] = " "

    @property
    def x0(self) -> float:
        return self.words[0].x0 if self.words else 0.0

    @property
    def x1(self) -> float:
        return self.words[-1].x1 if self.words else 0.0

    def place(self, start: int, end: int, block: str | None = None) -> Place:
        """The place of `text[start:end]`; the box covers every word the span touches."""
        touched = self.words if start <= 0 and end >= len(self.text) else self._touched(start, end)
        if not touched:
            return Place(self.text[start:end], self.page, None, self.number, block)
        _, x0, top, x1, bottom, _, _, certainty = touched[0]
        for _, left, above, right, below, _, _, sure in touched[1:]:
            x0, top = left if left < x0 else x0, above if above < top else top
            x1, bottom = right if right > x1 else x1, below if below > bottom else bottom
            certainty = sure if sure < certainty else certainty
        return Place(self.text[start:end], self.page, (x0, top, x1, bottom), self.number, block, certainty)

    def _touched(self, start: int, end: int) -> list[Word]:
        found: list[Word] = []
        at = 0
        for word in self.words:
            if at >= end:
                break
            after = at + len(word.text)
            if after > start:
                found.append(word)
            at = after + 1
        return found


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, as the format or the layout says.

    block    path in a format without pages or lines ("p[12]", "table[1]/row[3]/cell[2]/p[1]")
    label    a list number or bullet that the format renders and `text` does not hold ("2.1", "a)", "•")
    heading  level from 1 where the format itself says that this is a heading
    level    depth of nesting in lists, from 0
    indent   points from the left edge of the page's text (or of the cell)
    size     size in points of most of its characters, 0 where unknown
    strong   spans set in bold or underlined, in order, not touching
    struck   spans that are struck out
    checked  the state of a tick box before the text, None without one
    """

    lines: tuple[Line, ...]
    block: str | None = None
    label: str | None = None
    heading: int | None = None
    level: int = 0
    indent: float = 0.0
    size: float = 0.0
    strong: tuple[Span, ...] = ()
    struck: tuple[Span, ...] = ()
    checked: bool | None = None
    role: Role = "body"

    @cached_property
    def text(self) -> str:
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        last = len(self.lines) - 1
        for number, line in enumerate(self.lines):
            if number == last:
                yield line.text
            elif line.joint == "-":
                yield line.text[:-1]
            else:
                yield line.text + line.joint

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in `text` at which each line begins."""
        found: list[int] = []
        at = 0
        for piece in self._pieces():
            found.append(at)
            at += len(piece)
        return tuple(found)

    @property
    def page(self) -> int | None:
        return self.lines[0].page if self.lines else None

    @cached_property
    def _placed(self) -> dict[Span, tuple[Place, ...]]:
        """The places told so far: several values follow from the same words."""
        return {}

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """The places of `text[start:end]`, one a page or, in a format without pages, one in all."""
        known = self._placed.get((start, end))
        if known is None:
            known = self._placed[start, end] = tuple(self._places(start, end))
        return known

    def _places(self, start: int, end: int) -> list[Place]:
        found: list[Place] = []
        begins = self.starts
        for number in range(max(bisect_right(begins, start) - 1, 0), len(begins)):
            line, at = self.lines[number], begins[number]
            if at >= end:
                break
            first, last = max(start - at, 0), min(end - at, len(line.text))
            if first >= last or not line.text[first:last].strip():
                continue
            # where the paragraph drops a line-end hyphen the quote keeps it: it must stand in the source
            place = line.place(first, last, self.block)
            if found and found[-1].page == place.page:
                found[-1] = _joined(found[-1], place)
            else:
                found.append(place)
        return found


def _joined(one: Place, two: Place) -> Place:
    box = one.bbox
    if one.bbox and two.bbox:
        a, b = one.bbox, two.bbox
        box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
    return Place(f"{one.quote} {two.quote}", one.page, box, one.line, one.block, min(one.certainty, two.certainty))


@dataclass(frozen=True)
class Cell:
    """A table's cell; `row` and `column` are those of its top left corner."""

    paragraphs: tuple[Paragraph, ...]
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1

    @cached_property
    def text(self) -> str:
        """The paragraphs' texts, one a line."""
        return "\n".join(p.text for p in self.paragraphs)


@dataclass(frozen=True)
class Table:
    """Cells by row, each row from left to right; a cell that spans several rows stands in its first.

    ruled    False where the columns were found by alignment alone
    headers  how many rows at the top the format itself marks as headers
    A table that runs on over a page break is one table, a row that does is one row.
    """

    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    ruled: bool = True
    headers: int = 0
    block: str | None = None

    @property
    def page(self) -> int | None:
        for row in self.rows:
            for cell in row:
                for paragraph in cell.paragraphs:
                    return paragraph.page
        return None


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Problem:
    """Something odd in the content that a reader or the parser met; never a reason to stop."""

    code: str
    message: str
    severity: Severity = "warning"
    page: int | None = None
    line: int | None = None
    block: str | None = None


@dataclass(frozen=True)
class Document:
    """One file as read.

    blocks    body in reading order; page headers, footers and footnotes are among them, marked by their `role`
    pages     number of pages, None for a format without pages
    sizes     width and height in points of each page, where the reader knows them
    metadata  what the file says of itself outside its text: "title", "date", "author" (front matter, properties)
    """

    blocks: tuple[Block, ...]
    media_type: str
    pages: int | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    sizes: tuple[tuple[float, float], ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those of table cells included."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row:
                        yield from cell.paragraphs

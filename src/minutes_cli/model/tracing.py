"""The lines of a document and what became of them: which values were read from each, and how it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minutes_cli.model.document import BoundingBox, Document, Line, Paragraph, Place
from minutes_cli.model.minutes import Evidence, Minutes

Label = Literal[
    "furniture",
    "column head",
    "heading",
    "meeting",
    "attendee",
    "action",
    "decision",
    "commitment",
    "next meeting",
    "exchange",
    "prose",
    "unknown",
]
"""What one line was taken for."""

Zone = Literal["furniture", "header", "attendance", "items", "actions", "next meeting"]
"""The part of the record in which a line stands."""


@dataclass(frozen=True, slots=True)
class HeadingScore:
    """How much a passage looks like a heading, against what it takes, and what spoke for and against it."""

    score: float
    needed: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """How the parser saw a stretch of the document: `paragraph.text[start:end]`.

    table    the purpose of the table that it stands in ("attendance", "actions", "items", "data", ...)
    heading  None in tables whose cells are no headings
    """

    paragraph: Paragraph
    start: int
    end: int
    table: str | None = None
    heading: HeadingScore | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, what was read from it, and how the parser saw it on the way."""

    document: Document
    minutes: Minutes
    sights: tuple[Sight, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One printed line, with the paragraph that holds it.

    start  where it begins in `paragraph.text`
    table  lines of one table share this number; None outside tables
    row    lines side by side in a row of a table share this number
    """

    line: Line
    paragraph: Paragraph
    start: int
    table: int | None = None
    row: int | None = None

    @property
    def text(self) -> str:
        return self.line.text

    def place(self, start: int = 0, end: int | None = None) -> Place:
        return self.line.place(start, len(self.line.text) if end is None else end, self.paragraph.block)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters `start` to `end` of the line with that index."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that was read from the document: its evidence, and the stretches that its quote covers.

    value      as the data has it
    label      what it makes of the lines it stands in
    reference  it only names what is a value elsewhere: the item of an action
    there      whether the quote stands where the evidence says
    """

    evidence: Evidence
    value: str
    label: Label
    stretches: tuple[Stretch, ...]
    there: bool = True

    @property
    def path(self) -> str:
        return self.evidence.path

    @property
    def reference(self) -> bool:
        return self.path.endswith("/item")


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line as the parser saw it.

    item    index of the item it stands under, None before the first
    claims  the values that were read from it, the one that names its label first
    heading, table  as in `Sight`
    hint    what to add to the profile if the line should have been understood
    """

    source: SourceLine
    label: Label
    zone: Zone
    item: int | None = None
    claims: tuple[Claim, ...] = ()
    heading: HeadingScore | None = None
    table: str | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All lines of a document in order, and all values that were read from it.

    rows  indices of lines that stand side by side, from the top of the document
    """

    minutes: Minutes
    document: Document
    lines: tuple[SeenLine, ...]
    rows: tuple[tuple[int, ...], ...]
    claims: tuple[Claim, ...]


def box_of(boxes: list[BoundingBox]) -> BoundingBox:
    """The smallest box that holds all of `boxes`, of which there is one at least."""
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)

"""A blank document as it is filled: lines and tables in order, whatever the format.

What fills it changes texts and adds lines below others; what read it writes the changes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_cli.model.document import Place
from minutes_cli.model.source_text import Address


class Slot:
    """A placeholder of a line: characters `start` to `end`, and its name in lower case."""

    __slots__ = ("end", "name", "start")

    def __init__(self, start: int, end: int, name: str) -> None:
        self.start, self.end, self.name = start, end, name.lower()


@dataclass(eq=False)
class Line:
    """A paragraph of a Word file, or a line of Markdown without its marks; of a table, one in a cell.

    heading   level of a heading, as the format says
    controls  places that the format itself marks as ones to write in
    below     lines to add under this one
    """

    address: Address
    text: str
    heading: int | None = None
    controls: tuple[Slot, ...] = ()
    below: list[str] = field(default_factory=list)
    table: bool = False
    original: str = ""

    def __post_init__(self) -> None:
        self.original = self.text

    @property
    def place(self) -> Place:
        quote = " ".join(self.original.split())
        if isinstance(self.address, int):
            return Place(quote, line=self.address)
        return Place(quote, block=self.address)

    def slots(self) -> list[Slot]:
        """The placeholders, in order."""
        taken = list(self.controls) if self.text == self.original else []
        for found in PLACEHOLDER.finditer(self.text):
            if not any(slot.start < found.end() and found.start() < slot.end for slot in taken):
                taken.append(Slot(found.start(), found.end(), found.group().strip("[]{}<>_. ")))
        return sorted(taken, key=lambda slot: slot.start)

    def put(self, slots: list[tuple[Slot, str]]) -> None:
        """Write values into slots of this line."""
        for slot, value in sorted(slots, key=lambda one: -one[0].start):
            self.text = self.text[: slot.start] + value + self.text[slot.end :]

    def is_open(self) -> bool:
        """Whether there is nothing in it but placeholders and blanks."""
        rest = self.text
        for slot in reversed(self.slots()):
            rest = rest[: slot.start] + rest[slot.end :]
        return not rest.strip(" \t.,;:()_–-|")


# A bracket that is no link and no tick box, braces, angle brackets, Word's own words, days and times in letters, lines.
PLACEHOLDER = re.compile(
    r"\[(?![xX ]?\])[^\]\[\n]{1,120}\](?!\()|\{\{[^{}\n]{1,80}\}\}|<[A-Za-z][^<>\n/]{0,60}>|«[^»\n]{1,60}»|"
    r"(?:click|tap)(?: or (?:click|tap))? (?:here )?to (?:enter|add|choose)\b[^\n.]{0,40}\.?|choose an item\.?|"
    r"\b(?:dd|mm)[/.-](?:mm|dd)[/.-]yy(?:yy)?\b|\b(?:XX|HH):(?:XX|MM)\b|\bX{4,12}\b|_{3,200}|\.{5,200}|…{2,80}",
    re.IGNORECASE,
)


@dataclass(eq=False)
class Row:
    """A row of a table; `below` are rows to add under it, a text for each cell."""

    cells: list[list[Line]]
    below: list[list[str]] = field(default_factory=list)

    def lines(self) -> Iterator[Line]:
        for cell in self.cells:
            yield from cell

    def text(self, column: int) -> str:
        return " ".join(line.text for line in self.cells[column]).strip() if column < len(self.cells) else ""


@dataclass(eq=False)
class Grid:
    """A table; the first row is its head."""

    rows: list[Row]

    def heads(self) -> list[str]:
        return [self.rows[0].text(column) for column in range(len(self.rows[0].cells))] if self.rows else []


Block = Line | Grid


@dataclass(eq=False)
class Sheet:
    """All blocks in order."""

    blocks: list[Block]

    def lines(self) -> Iterator[Line]:
        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            else:
                for row in block.rows:
                    yield from row.lines()

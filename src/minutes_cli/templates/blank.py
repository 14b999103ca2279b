"""What a blank document made from a template consists of, before it is written in a format."""

from __future__ import annotations

from typing import NamedTuple


class Hint(NamedTuple):
    """A place to write in: `[Date: weekday, day, month, year]`.

    name     what belongs there, in a word or two; what fills it by itself knows it by that
    choices  where only these may be written
    """

    name: str
    more: str = ""
    choices: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        return f"[{self.name}{self.more}]"


Piece = str | Hint


class Title(NamedTuple):
    """The title of the document."""

    pieces: tuple[Piece, ...]


class Heading(NamedTuple):
    """A heading below the title.

    level    1 or 2
    number   as printed ("2.1"); None for one without
    """

    pieces: tuple[Piece, ...]
    level: int = 1
    number: str | None = None


class Labelled(NamedTuple):
    """A label and what belongs behind it: "Date: [Date]"."""

    label: str
    pieces: tuple[Piece, ...]


class Text(NamedTuple):
    """A paragraph; `strong` for one that the eye shall find, such as an action."""

    pieces: tuple[Piece, ...]
    strong: str = ""


# A paragraph of a cell is a title or text.
Paragraph = Heading | Text


class Grid(NamedTuple):
    """A table with one head row.

    shares  of the width, one a column
    rows    cells of paragraphs; a cell without any is empty
    """

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]


Block = Title | Heading | Labelled | Text | Grid


class Blank(NamedTuple):
    """A whole document.

    title      for its properties, without hints
    language   as Word and web pages name it
    """

    title: str
    language: str
    blocks: tuple[Block, ...]

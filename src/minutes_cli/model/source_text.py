"""A file as its writer typed it: pieces of text with their addresses, where edits and remarks to the checker belong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

# A line of a text format, counted from 1, or the path of a Word file's paragraph.
Address = int | str
# Characters of a unit, half-open.
Characters = tuple[int, int]


class Unit(NamedTuple):
    """A line of a text format or a paragraph of a Word file, its text untouched."""

    address: Address
    text: str


class Comment(NamedTuple):
    """A comment that is no part of the record: `<!-- … -->`, or one of Word's.

    address  where it stands; None for one that is set on no paragraph
    about    the units that it is set on: beside text its own, else those of the block that follows
    """

    address: Address | None
    text: str
    about: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """Units in order.

    kind      None for a format whose text has no units ("application/pdf")
    encoding  what edits must be written in; None where the file cannot be rewritten
    fixed     what no edit can reach, by unit: tabs, symbols, the results of fields; of no length where a form field
              waits to be filled in, which is not read
    """

    kind: Literal["lines", "word"] | None = None
    units: tuple[Unit, ...] = ()
    comments: tuple[Comment, ...] = ()
    by_address: dict[Address, str] = field(default_factory=dict)
    encoding: str | None = None
    fixed: dict[Address, tuple[Characters, ...]] = field(default_factory=dict)


class Edit(NamedTuple):
    """Characters of one unit to replace.

    old    verbatim in the unit, white space in runs of any length
    start  where it begins in the unit; None for the only place where `old` stands there
    """

    address: Address
    old: str
    new: str
    start: int | None = None


class Fix(NamedTuple):
    """Edits that mend one fault, all or none.

    safe   whether the meaning is sure to stay: else it is for --unsafe-fixes
    """

    edits: tuple[Edit, ...]
    safe: bool = True

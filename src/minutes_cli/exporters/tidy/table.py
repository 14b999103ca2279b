"""What a tidy table is: typed columns, a row a thing, keys that lead from table to table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from minutes_cli.model.collection import Collection

# Of what a cell holds: dates as "2024-03-06", times as "14:30"; every cell may also be None.
Kind = Literal["string", "integer", "number", "boolean", "date", "time"]
Cell = str | int | float | bool | None


class Column(NamedTuple):
    """A column: the name in every format, and what it says."""

    name: str
    about: str
    kind: Kind = "string"


@dataclass(frozen=True)
class TidyTable:
    """A table over a whole collection.

    key    columns that together name a row
    links  column -> (table, column) that it refers to
    rows   cells in the order of `columns`
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Collection], Iterator[tuple[Cell, ...]]]
    key: tuple[str, ...] = ("id",)
    links: tuple[tuple[str, tuple[str, str]], ...] = ()


# What things of one meeting begin with, and what says under which item they stand.
MEETING = (Column("meeting", "Id of the meeting."), Column("date", "Of the meeting.", "date"))
UNDER = (
    Column("item", "Id of the item it stands under, where only one bears that number or title."),
    Column("item_as_written", "Number, or else title, of that item."),
)


def place_columns(what: str) -> tuple[Column, Column]:
    """The columns for page and line of something."""
    return (
        Column("page", f"Of {what}, from 1; only in formats with pages.", "integer"),
        Column("line", f"Of {what}, from 1; only in formats with lines.", "integer"),
    )


def joined(texts: Iterable[str]) -> str | None:
    """Several texts in one cell; None for none."""
    return "; ".join(texts) or None

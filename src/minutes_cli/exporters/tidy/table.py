"""What a tidy table is: typed columns, a row a thing, keys that lead from table to table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from minutes_cli.model.collection import Collection

# Of what a cell holds: dates as "2024-03-06", times as "14:30", both also None.
Kind = Literal["string", "integer", "boolean", "date", "time"]
Cell = str | int | bool | None


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

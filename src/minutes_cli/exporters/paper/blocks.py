"""What published minutes are made of, whatever the format."""

from __future__ import annotations

from typing import NamedTuple


class Value(NamedTuple):
    """Words that tell one or several values; `paths` are the JSON Pointers of those."""

    text: str
    paths: tuple[str, ...] = ()


class Labelled(NamedTuple):
    """A label and its value on a line."""

    label: str
    value: Value


class Heading(NamedTuple):
    """The heading of a section (level 0) or of an item (from 1)."""

    value: Value
    level: int = 0


class Text(NamedTuple):
    """A paragraph; `kind` says what it records besides, so that it can be set so."""

    text: str
    kind: str = ""


class Grid(NamedTuple):
    """A table; `shares` tell how wide its columns are to each other."""

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]


Block = Labelled | Heading | Text | Grid


class Paper(NamedTuple):
    """One set of minutes."""

    title: Value
    blocks: tuple[Block, ...]

"""A publication copy: what was asked to be left out, what was, and why."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import Frozen, Minutes

OmittedKind = Literal["item", "action", "decision", "commitment", "name", "pattern"]


class Wishes(Frozen):
    """What is to be left out beside what the minutes themselves mark as restricted."""

    people: tuple[str, ...] = Field(default=(), description="Names.")
    patterns: tuple[str, ...] = Field(default=(), description="Regular expressions; each repeat has an end.")
    numbers: tuple[str, ...] = Field(default=(), description="Of items to leave out, with those below them.")
    keep: tuple[str, ...] = Field(default=(), description="Of items to publish although they look restricted.")


class Omission(Frozen):
    """Something that the publication copy does not hold; told without a word of it."""

    kind: OmittedKind
    item: str | None = Field(default=None, description="Number of the item; null for one without.")
    place: int | None = Field(default=None, description="Of an item: the place among the items of its meeting, from 1.")
    part: bool = Field(default=False, description="Whether the rest of the item is published.")
    ground: str = Field(description="In words: 'exempt under paragraph 3 of Schedule 12A', 'chosen with --item'.")
    count: int = 1
    known: bool = Field(default=True, description="Of a name or pattern: whether it stands anywhere in the minutes.")


class Alike(Frozen):
    """Names that stay, which are written much like one that was to be left out."""

    ground: str = Field(description="Which wish: '--person, the 1st'.")
    names: tuple[str, ...]


class Redacted(Frozen):
    """The copy and everything it leaves out."""

    minutes: Minutes
    omissions: tuple[Omission, ...] = ()
    alike: tuple[Alike, ...] = ()

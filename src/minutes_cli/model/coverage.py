"""What became of each part of a document."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import Frozen, Source

Fate = Literal["claimed", "item_text", "furniture", "unknown"]
FATES: tuple[Fate, ...] = ("claimed", "item_text", "furniture", "unknown")


class Part(Frozen):
    """Lines, or a part of one, that became the same thing."""

    fate: Fate = Field(
        description="claimed: read into values; item_text: kept as an item's paragraph; furniture: page headers, "
        "footers and notes; unknown: in no field."
    )
    paths: tuple[str, ...] = Field(
        (), description="JSON Pointers of the values, or of the item that keeps the text; none for heads of columns."
    )
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = Field(
        None, description="x0, top, x1, bottom in points from the page's top left corner."
    )
    line: int | None = Field(None, description="The first line, from 1; only in formats with lines.")
    block: str | None = None
    words: int
    text: str = Field(description="Verbatim, white space folded.")


class Coverage(Frozen):
    """A document in parts, in reading order, with the number of words of each fate."""

    source: Source
    words: dict[Fate, int]
    unknown_share: float = Field(description="Share of the words outside furniture that are in no field.")
    parts: tuple[Part, ...] = ()

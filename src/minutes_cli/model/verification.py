"""Whether the values of minutes still follow from their source."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import Frozen, Source

Standing = Literal["holds", "moved", "changed", "lost", "unproved"]
STANDINGS: tuple[Standing, ...] = ("holds", "moved", "changed", "lost", "unproved")
FAILING: tuple[Standing, ...] = ("changed", "lost", "unproved")


class Check(Frozen):
    """One value against the source."""

    path: str = Field(description="JSON Pointer (RFC 6901) to the value.")
    value: str | None = Field(default=None, description="As the data has it; null where the pointer leads to none.")
    standing: Standing = Field(
        description="holds; moved: its words stand elsewhere and it still follows from them; changed: its words stand "
        "but it no longer follows; lost: its words are gone; unproved: the data has a value without evidence, or "
        "evidence without a value."
    )
    quote: str = Field(
        default="", description="The words that the value was read from; of several places joined by ' … '."
    )
    page: int | None = Field(default=None, description="Where the words stood: page, line or block.")
    line: int | None = None
    block: str | None = None
    now_page: int | None = Field(default=None, description="Of a value that moved: where its words stand now.")
    now_line: int | None = None
    now_block: str | None = None
    reading: str | None = Field(default=None, description="Of a value that changed: what the source says now.")


class Verification(Frozen):
    """All values of one set of minutes against a file."""

    source: Source = Field(description="What the data says it was read from.")
    file: str = Field(description="The file that the values were held against.")
    same_file: bool = Field(description="Whether its SHA-256 is the one in the data.")
    holds: bool = Field(description="Whether every value holds or moved.")
    counts: dict[Standing, int]
    checks: tuple[Check, ...] = ()

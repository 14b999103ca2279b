"""What differs between two versions of the minutes of one meeting, as `minutes diff` prints it."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from minutes_cli.model.minutes import Frozen, Source

Part = Literal["meeting", "attendee", "item", "exchange", "action", "decision", "commitment", "next_meeting"]
How = Literal["added", "removed", "changed"]
PARTS: tuple[Part, ...] = get_args(Part)


class Run(Frozen):
    """Words that stand in both versions, or in one of them."""

    how: Literal["same", "removed", "added"]
    text: str = Field(description="As the new version prints it; of removed words as the old one did.")


class FieldChange(Frozen):
    """One value that differs."""

    field: str = Field(description="Its key in the data, such as 'due' or 'votes/for'; 'place' for an item's place.")
    old: str | None = Field(default=None, description="Null where the old version does not have it.")
    new: str | None = Field(default=None, description="Null where the new version does not have it.")
    runs: tuple[Run, ...] = Field(
        default=(),
        description="Of a text, word by word: 'same' and 'removed' make the old, 'same' and 'added' the new one. "
        "What of a text is an action, a decision or another value of its own is left out.",
    )


class Difference(Frozen):
    """One entry of the data that differs."""

    part: Part
    how: How
    what: str = Field(description="Name, title or text of the entry, of the new version where both have it.")
    number: str | None = Field(
        default=None, description="Number of the item, also of an exchange; of the new version where both have it."
    )
    old_path: str | None = Field(default=None, description="JSON Pointer to it in the data of the old version.")
    new_path: str | None = Field(default=None, description="JSON Pointer to it in the data of the new version.")
    fields: tuple[FieldChange, ...] = Field(
        default=(), description="The values that differ; of one side only, all it has."
    )


class Differences(Frozen):
    """All that differs in what two versions say; how they are set is no difference."""

    old: Source
    new: Source
    equal: bool
    differences: tuple[Difference, ...] = ()

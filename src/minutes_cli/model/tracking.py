"""An action followed over meetings, as `minutes actions` prints it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import ActionState, Frozen, Party

How = Literal["raised", "updated", "carried", "closed", "withdrawn"]


class Sitting(Frozen):
    """The meeting at which an action was raised."""

    meeting: str | None = Field(None, description="Title of the meeting, or else the body.")
    date: str | None = None
    file: str = Field(description="Name of the file, without its folder.")


class Mention(Sitting):
    """One entry about the action in one meeting's minutes."""

    how: How
    quote: str = Field(description="Verbatim.")


class TrackedAction(Frozen):
    """One action and all that meetings said of it."""

    id: str = Field(description="The id of the action in the minutes that first mention it.")
    reference: str | None = Field(None, description="The action's own number as printed.")
    text: str = Field(description="As first raised.")
    owners: tuple[Party, ...] = Field((), description="As last printed.")
    due: str | None = Field(None, description="The current due date: the last one printed.")
    due_original: str | None = Field(None, description="The first due date printed.")
    due_text: str | None = Field(None, description="The current due date or term as printed.")
    state: ActionState = Field("open", description="As the last mention leaves it.")
    item: str | None = Field(None, description="Number, or else title, of the item it was raised under.")
    pillars: tuple[str, ...] = Field((), description="Pillars of that item.")
    body: str | None = None
    raised: Sitting
    mentions: tuple[Mention, ...] = ()

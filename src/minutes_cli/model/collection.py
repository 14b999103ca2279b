"""Several meetings and what is to be done after them: what is exported, published and reported on."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Frozen, Minutes
from minutes_cli.model.tracking import TrackedAction


class History(Frozen):
    """What tells an export of a register from its earlier ones, and from those of other registers."""

    origin: str = Field(description="SHA-256 of the first document that was added.")
    events: int = Field(description="How often minutes were added, and changes made and taken back: it never falls.")


class Collection(Frozen):
    """Meetings in the order of their dates, and their actions, each once, followed over all of them."""

    meetings: tuple[Minutes, ...] = ()
    actions: tuple[TrackedAction, ...] = ()
    merged: tuple[TrackedAction, ...] = Field(
        default=(), description="Actions of a register that turned out to be another: earlier exports held them."
    )
    bodies: tuple[str | None, ...] = Field(
        default=(),
        description="Of each meeting what its body is called over all its meetings; empty where nobody compared.",
    )
    history: History | None = Field(
        default=None, description="Of the register that all of it is from; null without one."
    )

    def body_of(self, place: int) -> str | None:
        """What the body of a meeting is called over all its meetings."""
        return self.bodies[place] if self.bodies else self.meetings[place].meeting.body

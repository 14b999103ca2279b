"""What minutes of a body must have, as a template's TOML says it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import Frozen

MeetingField = Literal["title", "body", "date", "start_time", "end_time", "venue", "chair", "minute_taker"]
NextField = Literal["date", "time", "venue", "kind"]


class MeetingPart(Frozen):
    """The heading of the minutes."""

    title: str = Field(default="Minutes", description="Title of the minutes; {body} and {date} stand for what changes.")
    required: tuple[MeetingField, ...] = Field(
        default=("date", "venue", "chair"), description="What the heading must tell."
    )


class AttendancePart(Frozen):
    """Who came."""

    headers: tuple[str, ...] = Field(
        default=(), description="Heads of the attendance table; none for lists under labels."
    )
    abbreviations: bool = Field(default=False, description="Whether people get initials in brackets.")
    apologies: bool = Field(default=True, description="Whether apologies must be recorded, if only as none.")
    quorum: int | None = Field(default=None, ge=1, description="The fewest members present for business.")


class Section(Frozen):
    """An agenda item that every meeting has."""

    title: str
    also: tuple[str, ...] = Field(default=(), description="Other wordings of the title that will do.")
    required: bool = True


class ItemsPart(Frozen):
    """The record of the business."""

    headers: tuple[str, ...] = Field(default=(), description="Heads of a table of items; none for headings.")
    numbered: bool = True
    ordered: bool = Field(default=True, description="Whether the sections must come in this order.")
    sections: tuple[Section, ...] = ()


class ActionsPart(Frozen):
    """How tasks are written."""

    marker: str = Field(default="Action:", description="What each action begins with.")
    owner: Literal["initials", "name"] | None = Field(default=None, description="How its owner is written.")
    due: bool = Field(default=False, description="Whether each action must have a due date.")


class PillarsPart(Frozen):
    """The priorities of a plan that items are tagged with."""

    names: tuple[str, ...] = ()
    tagged: bool = Field(default=False, description="Whether each item of business must be tagged.")


class Template(Frozen):
    """What the minutes of a body must have."""

    name: str
    description: str = ""
    profile: str | None = Field(default=None, description="The profile that such minutes are read with.")
    meeting: MeetingPart = MeetingPart()
    attendance: AttendancePart = AttendancePart()
    items: ItemsPart = ItemsPart()
    actions: ActionsPart = ActionsPart()
    pillars: PillarsPart = PillarsPart()
    next_meeting: tuple[NextField, ...] = Field(default=(), description="What must be said of the next meeting.")
    vocabulary: dict[str, tuple[str, ...]] = Field(
        default={}, description="The body's term -> wordings that must not stand in its place."
    )

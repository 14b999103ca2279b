"""What minutes of a body must have, as a template's TOML says it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import Frozen

MeetingField = Literal["title", "body", "date", "start_time", "end_time", "venue", "chair", "minute_taker"]
NextField = Literal["date", "time", "venue", "kind"]
OwnerForm = Literal["initials", "name"]


class MeetingPart(Frozen):
    """The heading of the minutes."""

    title: str = Field(default="Minutes", description="Title of the minutes; {body} stands for the body's name.")
    required: tuple[MeetingField, ...] = Field(
        default=("date", "venue", "chair"), description="What the heading must tell, in the order of a blank document."
    )
    labels: dict[MeetingField, str] = Field(
        default={},
        description="What a blank document calls them: {chair = 'Facilitator'}.",
    )


class AttendancePart(Frozen):
    """Who came."""

    headers: tuple[str, ...] = Field(
        default=(), description="Heads of the attendance table; none for lists under labels."
    )
    abbreviations: bool = Field(default=False, description="Whether people get initials in brackets.")
    in_attendance: bool = Field(default=False, description="Whether there is a line for officers and guests.")
    apologies: bool = Field(default=True, description="Whether apologies must be recorded, if only as none.")
    quorum: int | None = Field(default=None, ge=1, description="The fewest members present for business.")


class Section(Frozen):
    """An agenda item that every meeting has."""

    title: str
    also: tuple[str, ...] = Field(default=(), description="Other wordings of the title that will do.")
    required: bool = True
    text: str = Field(default="", description="What a blank document says there is to write here.")
    items: int = Field(default=0, ge=0, description="How many items of its own a blank document has room for.")
    decision: bool = Field(default=False, description="Whether a blank document has a line for a decision here.")


class ItemsPart(Frozen):
    """The record of the business."""

    headers: tuple[str, ...] = Field(default=(), description="Heads of a table of items; none for headings.")
    numbered: bool = True
    ordered: bool = Field(default=True, description="Whether the sections must come in this order.")
    sections: tuple[Section, ...] = ()


class ActionsPart(Frozen):
    """How tasks are written."""

    marker: str = Field(default="Action:", description="What each action begins with.")
    owner: OwnerForm | None = Field(default=None, description="How its owner is written.")
    due: bool = Field(default=False, description="Whether each action must have a due date.")


class DecisionsPart(Frozen):
    """How decisions are written."""

    marker: str | None = Field(default=None, description="What each decision begins with: 'RESOLVED that'.")
    movers: bool = Field(default=False, description="Whether proposer and seconder are named.")


class PillarsPart(Frozen):
    """The priorities of a plan that items are tagged with."""

    names: tuple[str, ...] = ()
    tagged: bool = Field(default=False, description="Whether each item of business must be tagged.")


class Template(Frozen):
    """What the minutes of a body must have."""

    name: str
    description: str = ""
    language: str = Field(default="en-GB", description="Of blank documents, as Word and web pages name it.")
    profile: str | None = Field(default=None, description="The profile that such minutes are read with.")
    meeting: MeetingPart = MeetingPart()
    attendance: AttendancePart = AttendancePart()
    items: ItemsPart = ItemsPart()
    actions: ActionsPart = ActionsPart()
    decisions: DecisionsPart = DecisionsPart()
    pillars: PillarsPart = PillarsPart()
    next_meeting: tuple[NextField, ...] = Field(default=(), description="What must be said of the next meeting.")
    vocabulary: dict[str, tuple[str, ...]] = Field(
        default={}, description="The body's term -> wordings that must not stand in its place."
    )

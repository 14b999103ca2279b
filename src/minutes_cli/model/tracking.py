"""An action followed over meetings, as `minutes actions` prints it, and what users say of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import ActionState, Frozen, Party

How = Literal["raised", "updated", "carried", "closed", "withdrawn"]
# proposed: an officer says that it is done, and the meeting has not closed it yet
State = Literal["open", "in_progress", "proposed", "closed", "withdrawn", "superseded"]
LinkRule = Literal["number", "wording", "sentence", "context", "user"]
ChangeKind = Literal["close", "reopen", "assign", "due", "note", "tag", "untag", "link", "unlink"]

# What is still to be done; the other states end an action.
UNSETTLED: tuple[State, ...] = ("open", "in_progress", "proposed")
SETTLED: tuple[State, ...] = ("closed", "withdrawn", "superseded")


class Sitting(Frozen):
    """A meeting, as what is told of an action names it."""

    meeting: str | None = Field(None, description="Title of the meeting, or else the body.")
    date: str | None = None
    file: str = Field(description="Name of the file, without its folder.")
    key: str | None = Field(None, description="The meeting's key in the register; null outside one.")


class Entry(Frozen):
    """What the minutes of one meeting say of one action."""

    id: str = Field(description="Unique among the entries of a body: the meeting's key and the action's id in it.")
    sitting: Sitting
    body: str | None = None
    text: str
    quote: str = Field(description="Verbatim.")
    owners: tuple[Party, ...] = ()
    due: str | None = None
    due_text: str | None = None
    state: ActionState = "open"
    update: str | None = Field(None, description="What the minutes say became of it, as printed.")
    reference: str | None = None
    item: str | None = Field(None, description="Number, or else title, of the item it stands under.")
    title: str | None = Field(None, description="Title of that item.")
    pillars: tuple[str, ...] = ()
    page: int | None = None
    line: int | None = None
    struck: bool = Field(False, description="Whether a corrected version of those minutes holds it no longer.")


class Link(Frozen):
    """Why an entry is taken for the same action as an earlier one."""

    to: str = Field(description="Id of the earlier entry.")
    rule: LinkRule = Field(description="What shows it: the same number, wording, ..., or that a user said so.")
    likeness: float = Field(ge=0, le=1, description="Of the wording; 1 is the same.")
    confidence: float = Field(ge=0, le=1)


class Mention(Sitting):
    """One entry about the action in one meeting's minutes."""

    id: str | None = Field(None, description="Id of the entry.")
    how: How
    state: State = Field("open", description="The state in which documents leave it with this mention.")
    struck: bool = Field(False, description="Whether a corrected version of those minutes holds it no longer.")
    quote: str = Field(description="Verbatim.")
    update: str | None = Field(None, description="What the minutes say became of it, as printed.")
    page: int | None = None
    line: int | None = None
    link: Link | None = Field(None, description="What joins it to the mention before; null for the first.")


class Change(Frozen):
    """What a user did to an action: it stands on top of what documents say, and nothing takes it away but undo."""

    number: int = Field(description="Running number in the register, from 1.")
    at: str = Field(description="When it was recorded: ISO date and time with zone.")
    who: str
    kind: ChangeKind
    on: str = Field(description="ISO date from which it holds.")
    value: str | None = Field(None, description="Owner, ISO date, tag, or the other action or entry, by kind.")
    note: str | None = None


class LoggedChange(Change):
    """A change as the log lists it."""

    action: str = Field(description="Number of the action.")
    text: str = Field(description="Of the action.")
    undone_at: str | None = None
    undone_by: str | None = None


class TrackedAction(Frozen):
    """One action and all that meetings, and users, said of it."""

    id: str = Field(description="The id of the action in the minutes that first mention it.")
    number: str | None = Field(None, description="Its number in the register, such as A17.")
    reference: str | None = Field(None, description="The action's own number as printed.")
    text: str = Field(description="As first raised.")
    owners: tuple[Party, ...] = Field((), description="As last printed, or as a user assigned it since.")
    due: str | None = Field(None, description="The current due date: the last one printed or set.")
    due_original: str | None = Field(None, description="The first due date printed.")
    due_text: str | None = Field(None, description="The current due date or term as printed.")
    slips: int = Field(0, description="How often the due date was moved to a later one.")
    state: State = Field("open", description="As the last mention, or a later change, leaves it.")
    item: str | None = Field(None, description="Number, or else title, of the item it was raised under.")
    pillars: tuple[str, ...] = Field((), description="Pillars of that item.")
    tags: tuple[str, ...] = ()
    body: str | None = None
    raised: Sitting
    mentions: tuple[Mention, ...] = ()
    changes: tuple[Change, ...] = Field((), description="What users did to it, oldest first, without what was undone.")


class Doubt(Frozen):
    """Two entries that may or may not be one action: for a person to settle."""

    joined: bool = Field(description="Whether they are taken for one now.")
    earlier: str = Field(description="Id of an entry.")
    later: str = Field(description="Id of the entry in the later meeting.")
    rule: LinkRule
    likeness: float = Field(ge=0, le=1)
    confidence: float = Field(ge=0, le=1, description="That they are one.")
    reason: str = Field(description="What speaks for it and what against, in a few words.")

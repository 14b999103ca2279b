"""The data of one meeting, as `minutes parse` prints it.

Dates are ISO 8601 strings, times are HH:MM in 24 hours. What the document does not say is None or empty.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

Status = Literal["present", "in_attendance", "apologies", "absent"]
Outcome = Literal["carried", "defeated", "deferred", "withdrawn"]
ActionState = Literal["open", "closed"]
ExchangeKind = Literal["question", "answer", "statement"]
Grade = Literal["exact", "normalised", "derived", "ambiguous"]


class Frozen(BaseModel):
    """Base of every model: immutable, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Frozen):
    """The file that was read."""

    file: str = Field(description="Name of the file, without its folder; '-' for standard input.")
    sha256: str = Field(description="SHA-256 of the file's bytes, in hexadecimal.")
    media_type: str = Field(description="Media type found from the content.")
    pages: int | None = Field(None, description="Number of pages; null where the format has none.")
    profile: str = Field(description="Name of the profile whose cues were used.")
    part: int | None = Field(default=None, description="Of several meetings in the file, which this is, from 1.")
    parts: int | None = Field(default=None, description="How many meetings the file holds; null for one.")


class Meeting(Frozen):
    """The meeting itself."""

    title: str | None = Field(None, description="The heading that names this meeting, as printed.")
    body: str | None = Field(None, description="The organisation or committee that met, as printed.")
    date: str | None = Field(None, description="ISO date; of a meeting over several days the first.")
    start_time: str | None = Field(None, description="HH:MM, local time as printed.")
    end_time: str | None = Field(None, description="HH:MM of the adjournment.")
    venue: str | None = Field(None, description="Place, room or kind of call, as printed.")
    chair: str | None = Field(None, description="Who chaired this meeting, without courtesy title.")
    minute_taker: str | None = Field(None, description="Who took the minutes, without courtesy title.")


class Attendee(Frozen):
    """One person whom the attendance names."""

    name: str = Field(description="As printed, without courtesy title or rank.")
    role: str | None = Field(None, description="Capacity, job title or organisation printed beside the name.")
    abbreviation: str | None = Field(None, description="Initials or acronym that the attendance gives the person.")
    status: Status = Field(description="present: members; in_attendance: officers, guests, public where told apart.")
    note: str | None = Field(
        None, description="Why or how the person was there or missing, as printed: 'illness', 'from item 2.2', 'sub'."
    )


class Party(Frozen):
    """A person or office named in the text, and the attendee it was settled to."""

    as_written: str = Field(description="As printed, such as 'The CC' or 'NN'.")
    name: str | None = Field(None, description="Name of the attendee; null where it cannot be settled.")


class Exchange(Frozen):
    """One attributed sentence or passage of a discussion."""

    id: str
    speaker: Party
    kind: ExchangeKind
    answers: str | None = Field(None, description="Id of the question that this answers.")
    text: str = Field(description="Verbatim.")


class Item(Frozen):
    """An agenda item or a heading inside one; items come flat, in document order."""

    id: str
    number: str | None = Field(None, description="As printed, without trailing dot or bracket.")
    title: str = Field(description="The heading's text, without number and pillar.")
    level: int = Field(1, description="1 for a top item, 2 for one inside it, and so on.")
    parent: str | None = Field(None, description="Id of the item that holds this one.")
    pillars: tuple[str, ...] = Field((), description="Priorities of the plan tagged on the item.")
    paragraphs: tuple[str, ...] = Field((), description="The text under the heading, verbatim.")
    exchanges: tuple[Exchange, ...] = ()


class Pillar(Frozen):
    """A priority of the plan and the items tagged with it."""

    name: str
    items: tuple[str, ...] = Field((), description="Ids of the items.")


class Action(Frozen):
    """A task laid on someone."""

    id: str
    text: str = Field(description="Verbatim, without marker, owner column and due column.")
    owners: tuple[Party, ...] = ()
    due: str | None = Field(None, description="ISO date, where a date is printed.")
    due_text: str | None = Field(None, description="The due date or term as printed.")
    state: ActionState = "open"
    item: str | None = Field(None, description="Number, or else title, of the item it stands under.")
    reference: str | None = Field(None, description="The action's own number as printed ('52/21', 'AP3').")
    update: str | None = Field(
        None, description="What these minutes say became of it: the update and status beside or after it, as printed."
    )


class Votes(Frozen):
    """Numbers of votes as printed; null for a number not printed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    for_: int | None = Field(None, alias="for")
    against: int | None = None
    abstain: int | None = None


class Decision(Frozen):
    """A motion, resolution or formal decision."""

    id: str
    text: str = Field(description="Verbatim.")
    outcome: Outcome | None = None
    mover: str | None = None
    seconder: str | None = None
    votes: Votes | None = None
    item: str | None = Field(None, description="Number, or else title, of the item it stands under.")


class Commitment(Frozen):
    """A promise made in discussion."""

    id: str
    by: Party
    text: str = Field(description="Verbatim.")
    when_text: str | None = Field(None, description="When it is to be done, as printed.")
    when: str | None = Field(None, description="ISO date that the term resolves to.")
    item: str | None = None
    action: str | None = Field(None, description="Id of the action that records it.")


class NextMeeting(Frozen):
    """The next meeting of this body."""

    date: str | None = None
    time: str | None = None
    venue: str | None = None
    kind: str | None = Field(None, description="Name of that meeting, where one is printed.")


class Alternative(Frozen):
    """A reading that was weighed and not taken."""

    value: str
    rule: str | None = Field(None, description="Name of the rule that would have read it.")


class Evidence(Frozen):
    """Where a value stands in the source; a value that runs over pages has one entry a page."""

    path: str = Field(description="JSON Pointer (RFC 6901) to the value.")
    page: int | None = Field(None, description="From 1; only in formats with pages.")
    bbox: tuple[float, float, float, float] | None = Field(
        None, description="x0, top, x1, bottom in points from the page's top left corner."
    )
    line: int | None = Field(None, description="From 1; only in formats with lines.")
    block: str | None = Field(None, description="Path such as table[1]/row[3]/cell[2]; in formats with neither.")
    quote: str = Field(description="Verbatim from the source, white space folded.")
    grade: Grade
    confidence: float = Field(ge=0, le=1)
    alternatives: tuple[Alternative, ...] = Field((), description="Other readings that were weighed and not taken.")
    rule: str | None = Field(None, description="Name of the rule that read the value, such as 'action.marker'.")


class Diagnostic(Frozen):
    """Something odd about the document or a value."""

    code: str
    severity: Literal["error", "warning", "info"] = "warning"
    message: str
    path: str | None = None
    page: int | None = None
    line: int | None = None
    block: str | None = None
    quote: str | None = Field(default=None, description="The words it is about, verbatim, white space folded.")


class Minutes(Frozen):
    """All that was read from one set of minutes."""

    schema_version: str = SCHEMA_VERSION
    source: Source
    meeting: Meeting
    attendees: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    pillars: tuple[Pillar, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    next_meeting: NextMeeting | None = None
    evidence: tuple[Evidence, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

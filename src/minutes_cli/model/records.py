"""Single facts of meetings as rows: what lists over many meetings are made of, from files or from a register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

from pydantic import Field

from minutes_cli.model.collection import Collection
from minutes_cli.model.discussion import MadeCommitment
from minutes_cli.model.document import Document
from minutes_cli.model.minutes import Decision, Frozen, Minutes, Status
from minutes_cli.model.tracking import Doubt, Sitting, State, TrackedAction


class Seat(Frozen):
    """One person at one meeting, or missing from it."""

    sitting: Sitting
    body: str | None = None
    name: str
    role: str | None = None
    abbreviation: str | None = None
    status: Status
    note: str | None = None


class TakenDecision(Decision):
    """One decision and where it was taken."""

    body: str | None = None
    page: int | None = Field(None, description="From 1; only in formats with pages.")
    line: int | None = Field(None, description="From 1; only in formats with lines.")
    taken: Sitting


class DiscussedItem(Frozen):
    """One agenda item and how much was said under it."""

    sitting: Sitting
    body: str | None = None
    number: str | None = None
    title: str
    level: int = 1
    pillars: tuple[str, ...] = ()
    exchanges: int = Field(0, description="How many stand under it.")
    actions: int = Field(0, description="How many stand under it.")
    page: int | None = None
    line: int | None = None


class HeldMeeting(Frozen):
    """One meeting of a register, as `minutes meetings` lists it."""

    key: str
    title: str | None = None
    body: str | None = None
    date: str | None = None
    start_time: str | None = None
    chair: str | None = None
    file: str
    path: str = Field(description="Where the document was when it was added.")
    sha256: str
    added: str = Field(description="ISO date and time with zone of the version that counts; empty outside a register.")
    versions: int = Field(default=1, description="How many were added, the one that counts included.")
    attendees: int
    items: int
    actions: int
    decisions: int
    next_date: str | None = None
    next_time: str | None = None
    next_venue: str | None = None
    next_kind: str | None = Field(default=None, description="Name of the next meeting, where one is printed.")


HitKind = Literal["item", "paragraph", "exchange", "action", "decision", "commitment", "attendee"]


class Hit(Frozen):
    """One place in which what was looked for stands."""

    kind: HitKind
    sitting: Sitting
    body: str | None = None
    item: str | None = Field(None, description="Number, or else title, of the item it stands under.")
    snippet: str = Field(description="The words around it, verbatim.")
    marked: tuple[tuple[int, int], ...] = Field((), description="Start and end in the snippet of each match.")
    page: int | None = None
    line: int | None = None


class Records(Protocol):
    """Where lists over many meetings come from: files that were just read, or a register.

    body    words that the body's name must hold, in any case, or where none is named the title; None for all
    since   a date or the beginning of one ("2024-03", "2024"): meetings before it, and those without a date, are left
            out; None for all
    Everything comes in the order of the meetings' dates, what has none last; an action by the date it was raised. Of
    actions there are only those in one of `states`, where some are given, and at most `most`.
    """

    @property
    def files(self) -> Sequence[str]:
        """What was read, and must not be written over."""
        ...

    def seats(self, body: str | None = None, since: str | None = None) -> Iterable[Seat]: ...

    def decisions(self, body: str | None = None, since: str | None = None) -> Iterable[TakenDecision]: ...

    def items(self, body: str | None = None, since: str | None = None) -> Iterable[DiscussedItem]: ...

    def commitments(self, body: str | None = None, since: str | None = None) -> Iterable[MadeCommitment]: ...

    def actions(
        self,
        body: str | None = None,
        since: str | None = None,
        states: tuple[State, ...] = (),
        most: int | None = None,
    ) -> Iterable[TrackedAction]: ...

    def count_actions(
        self, body: str | None = None, since: str | None = None, states: tuple[State, ...] = ()
    ) -> int: ...

    def doubts(self, body: str | None = None) -> Iterable[Doubt]: ...

    def meetings(self, body: str | None = None, since: str | None = None) -> Iterable[HeldMeeting]: ...

    def minutes(self, body: str | None = None, since: str | None = None, keys: Sequence[str] = ()) -> Iterable[Minutes]:
        """The minutes themselves; of a register with `keys` only those meetings."""
        ...

    def collection(
        self,
        body: str | None = None,
        since: str | None = None,
        keys: Sequence[str] = (),
        actions: Sequence[TrackedAction] | None = None,
    ) -> Collection:
        """The minutes, and their actions or those given, with what tells which meetings are of one body."""
        ...

    def source_of(self, minutes: Minutes) -> Document | None:
        """The document that one of them was read from, where it is at hand."""
        ...

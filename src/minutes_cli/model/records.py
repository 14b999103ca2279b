"""Single facts of meetings as rows: what lists over many meetings are made of, from files or from a register."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Decision, Frozen, Status
from minutes_cli.model.tracking import Sitting


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
    added: str = Field(description="ISO date and time with zone of the version that counts.")
    versions: int = Field(description="How many were added, the one that counts included.")
    attendees: int
    items: int
    actions: int
    decisions: int
    next_date: str | None = None

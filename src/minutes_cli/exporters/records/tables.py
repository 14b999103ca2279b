"""The columns of each kind of record, for formats that are tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from minutes_cli.model.discussion import MadeCommitment, SaidExchange
from minutes_cli.model.minutes import Party
from minutes_cli.model.tracking import Sitting, TrackedAction

Record = TypeVar("Record")


@dataclass(frozen=True)
class Table(Generic[Record]):
    """How records become rows.

    columns, cells  for programs: every value, several in a cell between semicolons, dates in ISO 8601
    header, brief   for people: what fits a page
    """

    columns: tuple[str, ...]
    cells: Callable[[Record], tuple[str, ...]]
    header: tuple[str, ...]
    brief: Callable[[Record], tuple[str, ...]]


def person(party: Party) -> str:
    """The name where it is settled, else what is printed."""
    return party.name or party.as_written


def _meeting(sitting: Sitting) -> tuple[str, str, str]:
    return (sitting.meeting or "", sitting.date or "", sitting.file)


def _place(page: int | None, line: int | None) -> str:
    return str(page or line or "")


ACTIONS = Table[TrackedAction](
    columns=(
        *("id", "state", "text", "owners", "due", "due_text", "due_original"),
        *("item", "pillars", "meeting", "date", "file", "number", "reference", "body", "page", "line", "update"),
    ),
    cells=lambda action: (
        *(action.id, action.state, action.text, "; ".join(map(person, action.owners))),
        *(action.due or "", action.due_text or "", action.due_original or ""),
        *(action.item or "", "; ".join(action.pillars)),
        *_meeting(action.raised),
        *(action.number or "", action.reference or "", action.body or ""),
        *next(((_place(one.page, None), _place(None, one.line)) for one in action.mentions), ("", "")),
        next((mention.update for mention in reversed(action.mentions) if mention.update), ""),
    ),
    header=("State", "Action", "Owner", "Due", "Item", "Raised"),
    brief=lambda action: (
        action.state,
        action.text,
        ", ".join(map(person, action.owners)),
        action.due or action.due_text or "",
        action.item or "",
        action.raised.date or action.raised.file,
    ),
)

EXCHANGES = Table[SaidExchange](
    columns=(
        *("id", "item", "title", "speaker", "as_written", "kind", "text", "answers", "answered_by"),
        *("page", "line", "meeting", "date", "file"),
    ),
    cells=lambda one: (
        *(one.id, one.item or "", one.title, one.speaker.name or "", one.speaker.as_written, one.kind, one.text),
        *(one.answers or "", "; ".join(one.answered_by), _place(one.page, None), _place(None, one.line)),
        *_meeting(one.said),
    ),
    header=("Item", "Speaker", "Kind", "Text"),
    brief=lambda one: (one.item or "", one.label, one.kind, one.text),
)

COMMITMENTS = Table[MadeCommitment](
    columns=(
        *("id", "item", "by", "as_written", "text", "when", "when_text", "action"),
        *("page", "line", "meeting", "date", "file"),
    ),
    cells=lambda one: (
        *(one.id, one.item or "", one.by.name or "", one.by.as_written, one.text, one.when or "", one.when_text or ""),
        *(one.action or "", _place(one.page, None), _place(None, one.line)),
        *_meeting(one.made),
    ),
    header=("By", "Commitment", "When", "Item", "Action"),
    brief=lambda one: (person(one.by), one.text, one.when or one.when_text or "", one.item or "", one.action or ""),
)

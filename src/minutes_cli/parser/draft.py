"""What the steps find, each value with the text it was read from; assembled into the model at the end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from minutes_cli.model.document import Problem
from minutes_cli.model.minutes import ActionState, Alternative, ExchangeKind, Grade, Outcome, Status
from minutes_cli.parser.passages import Passage, Text

Cue = Literal["table", "marker", "heading", "wording"]
"""What an action was found by."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, the text it follows from, and how; `rule` names the rule that read it ("action.marker").

    alternatives  other readings that were weighed and not taken
    """

    value: str
    quotes: tuple[Text, ...] = ()
    grade: Grade = "exact"
    alternatives: tuple[Alternative, ...] = ()
    rule: str = ""


def fact(text: Text, value: str | None = None, grade: Grade | None = None, rule: str = "") -> Fact:
    """The fact that `text` states; as printed unless `value` gives it another form."""
    printed = " ".join(str(text).split())
    if grade is None:
        grade = "exact" if value is None or value == printed else "normalised"
    return Fact(value if value is not None else printed, (text,), grade, rule=rule)


def preferred(chosen: Fact, others: Iterable[Fact]) -> Fact:
    """The fact with what else was weighed: the first few readings of another value."""
    known = {_plain(chosen.value)}
    kept: list[Alternative] = []
    for other in others:
        if _plain(other.value) not in known and len(kept) < _MOST_ALTERNATIVES:
            known.add(_plain(other.value))
            kept.append(Alternative(value=other.value, rule=other.rule or None))
    return replace(chosen, alternatives=(*chosen.alternatives, *kept))


def _plain(value: str) -> str:
    return " ".join(value.lower().split())


_MOST_ALTERNATIVES = 4


@dataclass(slots=True)
class Person:
    """An attendee. `place` is where among the passages the entry stands."""

    name: Fact
    status: Status
    status_fact: Fact
    role: Fact | None = None
    abbreviation: Fact | None = None
    note: Fact | None = None
    place: int = 0


@dataclass(slots=True)
class Item:
    """An agenda item: `first` is its heading's passage, `last` the one before the next heading (exclusive)."""

    title: Fact
    number: Fact | None
    level: int
    first: int
    last: int = 0
    pillars: list[Fact] = field(default_factory=list)
    paragraphs: list[Text] = field(default_factory=list)


@dataclass(slots=True)
class Action:
    """A task.

    place   index of the passage it stands in, which tells its item
    listed  it stands in a list or table of actions; `apart`: one that belongs to no item
    margin  its marker names nobody but the owner
    item    the item's name, where the document prints it with the task
    """

    text: Fact
    place: int
    cue: Cue
    owners: list[Fact] = field(default_factory=list)
    due: Fact | None = None
    due_text: Fact | None = None
    state: ActionState = "open"
    state_fact: Fact | None = None
    reference: Fact | None = None
    update: Fact | None = None
    listed: bool = False
    apart: bool = False
    margin: bool = False
    item: Fact | None = None


@dataclass(slots=True)
class Decision:
    """A motion or decision; `item` is the item's name where the document prints it with it."""

    text: Fact
    place: int
    outcome: Outcome | None = None
    outcome_fact: Fact | None = None
    mover: Fact | None = None
    seconder: Fact | None = None
    votes: dict[str, Fact] = field(default_factory=dict)
    item: Fact | None = None


@dataclass(slots=True)
class Exchange:
    """What one person said in the discussion of an item.

    item     index of the item
    speaker  as written, "She" included; `name` is the attendee it was settled to
    answers  index of the exchange that it answers
    """

    item: int
    text: Fact
    speaker: Fact
    name: Fact | None
    kind: ExchangeKind
    answers: int | None = None


@dataclass(slots=True)
class Commitment:
    """A promise made in an exchange: `exchange` is its index, `action` that of the action which records it."""

    exchange: int
    text: Fact
    when_text: Fact | None = None
    when: Fact | None = None
    action: int | None = None


@dataclass(slots=True)
class Draft:
    """All that the steps have found so far.

    settled  for somebody as written the attendee whom the document itself says to be meant, None for nobody
    """

    passages: list[Passage]
    meeting: dict[str, Fact] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    next_meeting: dict[str, Fact] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    settled: dict[str, str | None] = field(default_factory=dict)

    def item_at(self, place: int) -> Item | None:
        """The innermost item that holds the passage."""
        behind = bisect_right(self.items, place, key=lambda item: item.first)
        return self.items[behind - 1] if behind else None

"""Which actions a user asks for, and in which order."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from minutes_cli.model.tracking import UNSETTLED, Sitting, TrackedAction
from minutes_cli.text.bodies import holds_words

Order = Literal["raised", "due", "owner", "state", "number"]

_LAST = "9999"
_ORDERS: dict[Order, Callable[[TrackedAction], object]] = {
    "due": lambda action: action.due or _LAST,
    "owner": lambda action: [(owner.name or owner.as_written).casefold() for owner in action.owners] or ["\U0010ffff"],
    "state": lambda action: action.state,
    "number": lambda action: int((action.number or "A0")[1:]),
}


class Choice(NamedTuple):
    """What the actions must be; None and False ask for nothing. Dates are ISO.

    pillar, item, meeting   words that pillar, number or title of the item, key or title of a meeting must hold
    """

    overdue: bool = False
    slipped: bool = False
    pillar: str | None = None
    item: str | None = None
    meeting: str | None = None
    due_before: str | None = None
    tag: str | None = None

    def takes(self, action: TrackedAction, today: datetime.date) -> bool:
        """Whether the action is such a one; overdue is what is not settled and was due before `today`."""
        due = action.due or _LAST
        return (
            (not self.overdue or (action.state in UNSETTLED and due < today.isoformat()))
            and (not self.slipped or action.slips > 0)
            and (self.due_before is None or due < self.due_before)
            and (self.pillar is None or any(holds_words(self.pillar, pillar) for pillar in action.pillars))
            and (self.item is None or action.item == self.item or _named(self.item, action.item))
            and (self.tag is None or self.tag in action.tags)
            and (self.meeting is None or any(_at(self.meeting, one) for one in action.mentions))
        )


def in_order(actions: Iterable[TrackedAction], order: Order) -> list[TrackedAction]:
    """By what is asked for; what is the same stays in the order of raising."""
    return list(actions) if order == "raised" else sorted(actions, key=_ORDERS[order])  # type: ignore[arg-type]


def _named(words: str, item: str | None) -> bool:
    """Whether an item is meant by words of its title; a number must be the whole."""
    return any(c.isalpha() for c in words) and item is not None and holds_words(words, item)


def _at(wanted: str, meeting: Sitting) -> bool:
    words = f"{meeting.key or ''} {meeting.meeting or ''}"
    return wanted in (meeting.key, meeting.date) or (any(c.isalpha() for c in wanted) and holds_words(wanted, words))

"""Unsettled actions that the last meeting's minutes say nothing of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from minutes_cli.model.ledger import Vanished
from minutes_cli.model.tracking import UNSETTLED, Sitting, TrackedAction
from minutes_cli.tracking.likeness import same_body


class Held(NamedTuple):
    """A meeting that was held."""

    body: str | None
    sitting: Sitting


def vanished(actions: Iterable[TrackedAction], meetings: Iterable[Held]) -> list[Vanished]:
    """The actions raised before their body's last meeting, settled by nobody, and not mentioned in that meeting.

    meetings   of all bodies, or the last of each, in any order; one without a date is the last only where none has one
    A mention that a corrected version of the minutes struck out counts as none.
    """
    last: list[Held] = []
    for held in meetings:
        for place, other in enumerate(last):
            if same_body(other.body, held.body):
                if (held.sitting.date or "") >= (other.sitting.date or ""):
                    last[place] = held
                break
        else:
            last.append(held)
    found: list[Vanished] = []
    for action in actions:
        missing = _last_of(last, action.body)
        if missing is None or action.state not in UNSETTLED:
            continue
        standing = [mention for mention in action.mentions if not mention.struck] or list(action.mentions)
        there = any(_same(mention, missing) for mention in standing)
        if standing and not there and (action.raised.date or "") <= (missing.date or ""):
            found.append(Vanished(action=action, last=standing[-1], missing=missing))
    return found


def _last_of(last: Iterable[Held], body: str | None) -> Sitting | None:
    """The last meeting of a body; where only one body is named, that of all."""
    every = list(last)
    named = [held for held in every if held.body is not None]
    if len(named) == 1:
        return max(every, key=lambda held: held.sitting.date or "").sitting
    return next((held.sitting for held in every if same_body(held.body, body)), None)


def _same(one: Sitting, other: Sitting) -> bool:
    """Whether both name the same meeting: by its key in the register where there is one, else by date and file."""
    if one.key and other.key:
        return one.key == other.key
    return (one.date, one.file) == (other.date, other.file)

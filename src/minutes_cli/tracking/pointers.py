"""Which actions of earlier meetings a printed number points to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from minutes_cli.tracking.evidence import AFRESH, NAMED, PLACED, RUNNING, SHARED, Pointer
from minutes_cli.tracking.numbers import Number, read_number
from minutes_cli.tracking.thread import Thread

# A number that names a month means the last such month: a meeting of a year ago has had its day.
_REACH_DAYS = 350

NOTHING = Pointer(0.0, "")


class Places:
    """The place of each action among those raised at the same meeting: what numbers such as "3 (Sept)" count.

    threads   those mentioned within the window, in the order in which they were raised
    Of a meeting before the oldest of them some may be left out, so it is not counted.
    """

    def __init__(self, threads: Iterable[Thread]) -> None:
        known = [(thread, thread.entries[0].sitting) for thread in threads]
        oldest = min((t.entries[-1].sitting.date for t, _ in known if t.entries[-1].sitting.date), default=None)
        self._places: dict[int, tuple[int, int]] = {}
        self._alone: dict[tuple[object, str | None], int] = {}
        counts: dict[object, int] = {}
        for thread, sitting in known:
            if sitting.date is None or oldest is None or sitting.date < oldest:
                continue
            meeting = (sitting.date, sitting.key or sitting.file)
            under = (meeting, thread.entries[0].item)
            counts[meeting] = counts.get(meeting, 0) + 1
            self._alone[under] = self._alone.get(under, 0) + 1
            self._places[id(thread)] = counts[meeting], self._alone[under]

    def of(self, thread: Thread) -> tuple[int, int] | None:
        """From 1, among those raised at its meeting, and among those raised there under its item."""
        return self._places.get(id(thread))

    def is_alone(self, thread: Thread) -> bool:
        """Whether no other action was raised under its item."""
        sitting, item = thread.entries[0].sitting, thread.entries[0].item
        return self._alone.get(((sitting.date, sitting.key or sitting.file), item)) == 1


def point(
    number: Number, held_on: str | None, thread: Thread, places: Places, fresh: bool, last: bool, short: float
) -> Pointer:
    """How the number of an entry points to an action.

    held_on   ISO date of the meeting that prints the number
    fresh     whether the action was mentioned within the window
    last      whether it was raised at the meeting before
    short     what the same number counts where it is a short one
    """
    if not number.plain:
        return NOTHING
    if any(number.plain == other.plain for other in thread.numbers):
        if number.running and (fresh or number.month is None):
            return Pointer(RUNNING, "the same number")
        return Pointer(short, "the same short number") if fresh else NOTHING
    if not fresh:
        return NOTHING
    first = thread.entries[0]
    place = places.of(thread)
    own, item = thread.traits(first).number, read_number(first.item)
    if number.month is not None:
        if not _names(number, first.sitting.date, held_on):
            return NOTHING
        if own.plain and own.place == number.place and own.letter == number.letter:
            return Pointer(NAMED, "the number it had at the meeting that is named")
    elif number.running and any(other.running for other in thread.numbers):
        return NOTHING
    if item.plain and item.plain == number.place and (number.month is not None or item.running):
        # "550a", "Nov 2a": item and letter; "Sept 3", "52/24": the item, or minute, alone
        if number.letter and place is not None and ord(number.letter) - ord("a") + 1 == place[1]:
            return Pointer(NAMED, "the item it was raised under, and its letter")
        alone = places.is_alone(thread)
        return Pointer(PLACED if alone else AFRESH if number.letter else SHARED, "the item it was raised under")
    if place is not None and not number.letter and number.place == str(place[0]):
        if number.month is not None:
            return Pointer(PLACED, "its place among the actions of the meeting that is named")
        if last:
            return Pointer(AFRESH, "its place among the actions of the meeting before")
    return NOTHING


def _names(number: Number, raised_on: str | None, held_on: str | None) -> bool:
    """Whether the number names the meeting at which an action was raised."""
    if raised_on is None:
        return False
    raised = date.fromisoformat(raised_on)
    if raised.month != number.month or number.day not in (None, raised.day) or number.year not in (None, raised.year):
        return False
    return number.year is not None or held_on is None or 0 < (date.fromisoformat(held_on) - raised).days <= _REACH_DAYS

"""The meetings of one body, one after the other, and what their minutes say of the same actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.model.minutes import Action
from minutes_cli.model.tracking import Mention, TrackedAction
from minutes_cli.rules.base import Subject
from minutes_cli.text.dates import find_dates
from minutes_cli.text.days import day_of

# Minutes that name no body are of one where so many people attend both meetings.
_SAME_PEOPLE = 2
# Bodies that meet every month leave no more days than this between two meetings.
_MONTH_DAYS = 45
# Words that tell what a task is about: long ones, and those with a figure or in capitals.
_TELLING = re.compile(r"\b(?:\w{5,30}|\w{0,10}\d[\w.]{0,10}|[A-Z]{3,10})\b")
_STEM = 6
# The minutes of a meeting name the one before it near their beginning.
_BEGINNING = 40


class Meeting(NamedTuple):
    """One meeting and its place among the subjects."""

    at: int
    subject: Subject

    @property
    def day(self) -> date | None:
        return day_of(self.subject.minutes.meeting.date)


def _is_of(meeting: Meeting, other: Meeting) -> bool:
    one, two = meeting.subject.minutes, other.subject.minutes
    if one.meeting.body and two.meeting.body:
        return True
    names = [{person.name.casefold() for person in minutes.attendees} for minutes in (one, two)]
    return len(names[0] & names[1]) >= _SAME_PEOPLE


def is_next(before: Meeting, after: Meeting) -> bool:
    """Whether no meeting was held between two: the one announces the other, or it speaks of the one, or it is soon."""
    if before.day is None or after.day is None:
        return False
    following = before.subject.minutes.next_meeting
    if (after.day - before.day).days <= _MONTH_DAYS or (following and following.date == after.day.isoformat()):
        return True
    beginning = [paragraph.text for paragraph in after.subject.body[:_BEGINNING]]
    return any(found.value == before.day for text in beginning for found in find_dates(text))


class Told(NamedTuple):
    """What the minutes of one meeting say of an action."""

    meeting: Meeting
    path: str
    action: Action
    mention: Mention

    @property
    def rule(self) -> str:
        """Name of the rule by which its text was read."""
        place = f"{self.path}/text"
        return next((piece.rule or "" for piece in self.meeting.subject.minutes.evidence if piece.path == place), "")


class Chain(tuple[Meeting, ...]):
    """Meetings that belong together, in order of date."""

    @cached_property
    def followed(self) -> list[tuple[TrackedAction, list[Told]]]:
        """Each action with what the meetings say of it, oldest first."""
        # loaded where meetings are compared: to check a file by itself takes none of it
        from minutes_cli.tracking.follow import follow

        by_date = {meeting.subject.minutes.meeting.date: meeting for meeting in self}
        actions = follow([meeting.subject.minutes for meeting in self])
        return [(action, list(_told(action, by_date))) for action in actions]


class Series(tuple[Subject, ...]):
    """The meetings of one body; what several rules ask of them is found once."""

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """Several meetings each: what has no date is left out, two files of one day are one."""
        found: list[list[Meeting]] = []
        for at, subject in enumerate(self):
            meeting = Meeting(at, subject)
            if meeting.day is None:
                continue
            chain = next((chain for chain in found if _is_of(meeting, chain[-1])), None)
            if chain is None:
                found.append([meeting])
            elif chain[-1].day != meeting.day:
                chain.append(meeting)
        return tuple(Chain(chain) for chain in found if len(chain) > 1)


def _told(action: TrackedAction, by_date: dict[str | None, Meeting]) -> Iterator[Told]:
    for mention in action.mentions:
        meeting = by_date.get(mention.date)
        wanted = (mention.id or "").rpartition("#")[2]
        for number, said in enumerate(meeting.subject.minutes.actions if meeting else ()):
            if meeting and said.id == wanted:
                yield Told(meeting, f"/actions/{number}", said, mention)


def steps(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """What one meeting says of an action and what the next one to speak of it says: of each what it says last."""
    last: dict[int, Told] = {}
    for one in told:
        last[one.meeting.at] = one
    return pairwise(last.values())


def telling(text: str) -> set[str]:
    """The longer words of a text, its numbers and short forms, without endings."""
    return {word.casefold()[:_STEM] for word in _TELLING.findall(text)}

"""The meetings that come next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from minutes_cli.exporters.identity import identity
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes, NextMeeting
from minutes_cli.text.days import day_of


class Coming(NamedTuple):
    """A meeting that minutes announce.

    id   that of the body and the meeting that names it: where corrected minutes name another day, the event moves
    """

    id: UUID
    minutes: Minutes
    following: NextMeeting


def coming(collection: Collection) -> Iterator[Coming]:
    """For each body what its last meeting says comes next, with a day: what earlier ones say has been, or was moved."""
    last: dict[str | None, Minutes] = {}
    for place, minutes in enumerate(collection.meetings):
        body = collection.body_of(place)
        if minutes.meeting.date or body not in last:
            last[body] = minutes
    for body, minutes in last.items():
        following, held = minutes.next_meeting, minutes.meeting.date
        if following and following.date and following.date > (held or "") and day_of(following.date):
            yield Coming(identity("next meeting", body, held), minutes, following)

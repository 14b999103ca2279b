"""The meetings that come next."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes, NextMeeting
from minutes_cli.text.days import day_of


def coming(collection: Collection) -> Iterator[tuple[Minutes, NextMeeting]]:
    """For each body what its last meeting says comes next, with a day: what earlier ones say has been, or was moved."""
    last: dict[str, Minutes] = {}
    for minutes in collection.meetings:
        body = (minutes.meeting.body or "").casefold()
        if minutes.meeting.date or body not in last:
            last[body] = minutes
    for minutes in last.values():
        following, held = minutes.next_meeting, minutes.meeting.date
        if following and following.date and following.date > (held or "") and day_of(following.date):
            yield minutes, following

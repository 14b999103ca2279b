"""Two versions of the minutes of one meeting, compared as data: what they say, not how it is set."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.comparing.attendance import attendance, people
from minutes_cli.comparing.folding import folded
from minutes_cli.comparing.header import header, next_meeting
from minutes_cli.comparing.items import discussed, items
from minutes_cli.comparing.records import Places, actions, decisions
from minutes_cli.model.differences import Difference, Differences
from minutes_cli.model.minutes import Minutes


def compare(old: Minutes, new: Minutes) -> Differences:
    """What differs in header, attendance, items, actions, decisions and next meeting, in that order."""
    found = tuple(_differences(old, new))
    return Differences(old=old.source, new=new.source, equal=not found, differences=found)


def _differences(old: Minutes, new: Minutes) -> Iterator[Difference]:
    present, topics = people(old, new), items(old, new)
    respelt = {folded(old.attendees[i].name): folded(new.attendees[j].name) for i, j in present.both}
    places = Places(old.items, new.items, topics)
    yield from header(old, new, respelt)
    yield from attendance(old, new, present)
    yield from discussed(old, new, topics)
    yield from actions(old, new, places, respelt)
    yield from decisions(old, new, places)
    yield from next_meeting(old, new)

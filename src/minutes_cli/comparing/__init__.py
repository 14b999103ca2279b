"""Two versions of the minutes of one meeting, compared as data: what they say, not how it is set."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.comparing.attendance import attendance, people
from minutes_cli.comparing.exchanges import exchanges
from minutes_cli.comparing.folding import folded
from minutes_cli.comparing.header import header, next_meeting
from minutes_cli.comparing.items import discussed, items
from minutes_cli.comparing.records import Places, actions, commitments, decisions
from minutes_cli.comparing.told import Told
from minutes_cli.model.differences import Difference, Differences
from minutes_cli.model.minutes import Minutes


def compare(old: Minutes, new: Minutes) -> Differences:
    """What differs in header, attendance, items, talk, records and next meeting, in that order."""
    found = tuple(_differences(old, new))
    return Differences(old=old.source, new=new.source, equal=not found, differences=found)


def _differences(old: Minutes, new: Minutes) -> Iterator[Difference]:
    present, topics = people(old, new), items(old, new)
    respelt = {folded(old.attendees[i].name): folded(new.attendees[j].name) for i, j in present.both}
    places = Places(old.items, new.items, topics)
    yield from header(old, new, respelt)
    yield from attendance(old, new, present)
    told = Told(old, new)
    talk = list(exchanges(old, new, topics, told, respelt))
    yield from discussed(old, new, topics, told)
    yield from talk
    yield from actions(old, new, places, respelt)
    yield from decisions(old, new, places)
    yield from commitments(old, new, places, respelt)
    yield from next_meeting(old, new)

"""The rows that one meeting's minutes give to lists over many."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.places import places_of
from minutes_cli.model.records import DiscussedItem, Seat, TakenDecision
from minutes_cli.model.tracking import Sitting


def seats_of(minutes: Minutes, sitting: Sitting) -> Iterator[Seat]:
    """One row for each person whom the attendance names."""
    for attendee in minutes.attendees:
        yield Seat(sitting=sitting, body=minutes.meeting.body, **dict(attendee))


def decisions_of(minutes: Minutes, sitting: Sitting) -> Iterator[TakenDecision]:
    places = places_of(minutes)
    for position, decision in enumerate(minutes.decisions):
        page, line = places.get(f"/decisions/{position}/text", (None, None))
        yield TakenDecision(**dict(decision), body=minutes.meeting.body, page=page, line=line, taken=sitting)


def items_of(minutes: Minutes, sitting: Sitting) -> Iterator[DiscussedItem]:
    """One row for each item; an action counts for every item that bears its number or title.

    Its pillars are those that the plan knows: "all pillars" is each of them.
    """
    places = places_of(minutes)
    for position, item in enumerate(minutes.items):
        page, line = places.get(f"/items/{position}/title", (None, None))
        yield DiscussedItem(
            sitting=sitting,
            body=minutes.meeting.body,
            number=item.number,
            title=item.title,
            level=item.level,
            pillars=tuple(pillar.name for pillar in minutes.pillars if item.id in pillar.items),
            exchanges=len(item.exchanges),
            actions=sum(action.item in (item.number, item.title) for action in minutes.actions if action.item),
            page=page,
            line=line,
        )

"""Ids of things over many meetings, and what leads to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracking import Sitting


def meeting_ids(collection: Collection) -> tuple[str, ...]:
    """An id for each meeting, that of its date and file: the same each time, and unique in the collection."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for minutes in collection.meetings:
        part = f"#{minutes.source.part}" if minutes.source.part else ""
        name = f"{minutes.meeting.date or 'undated'}-{minutes.source.sha256[:8]}{part}"
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(found)


def keyed(collection: Collection) -> Iterator[tuple[str, Minutes]]:
    """Each meeting with its id."""
    return zip(meeting_ids(collection), collection.meetings, strict=True)


def within(meeting: str, one: str | int) -> str:
    """An id, unique over all meetings, of what has one in its meeting's minutes, or a place from 1."""
    return f"{meeting}/{one}"


def items_by_name(meeting: str, minutes: Minutes) -> dict[str, str]:
    """The ids of items by what things that stand under one call it: its number or title, where only one bears it."""
    counts: Counter[str] = Counter()
    found: dict[str, str] = {}
    for item in minutes.items:
        for name in {item.number, item.title} - {None}:
            counts[str(name)] += 1
            found[str(name)] = within(meeting, item.id)
    return {name: one for name, one in found.items() if counts[name] == 1}


class Sittings:
    """The ids of meetings by what is told of an action's; None for one not in the collection, or not sure which."""

    def __init__(self, collection: Collection) -> None:
        self._found: dict[tuple[str | None, str | None, str], str | None] = {}
        for one, minutes in keyed(collection):
            meeting = minutes.meeting
            name = (meeting.title or meeting.body, meeting.date, minutes.source.file)
            self._found[name] = None if name in self._found else one

    def id_of(self, sitting: Sitting) -> str | None:
        return self._found.get((sitting.meeting, sitting.date, sitting.file))

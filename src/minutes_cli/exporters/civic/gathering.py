"""People, bodies and meetings over a whole collection, each once with an id that stays from export to export.

One name in the minutes of one body is one person; the same name in those of another may be somebody else.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, BinaryIO

from minutes_cli.exporters.identity import identity
from minutes_cli.exporters.people import settled
from minutes_cli.exporters.tidy.keys import items_by_name, within
from minutes_cli.exporters.to_jsonl import encode
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes, Status
from minutes_cli.text.days import day_of

# Who came, and who is no member where the minutes tell them apart.
CAME: tuple[Status, ...] = ("present", "in_attendance")
_NO_MEMBER: Status = "in_attendance"


@dataclass
class Somebody:
    """A person of a body.

    role, abbreviation  as last printed
    member              whether any minutes list the person as a member, there or missing
    """

    id: str
    name: str
    body: str | None
    role: str | None = None
    abbreviation: str | None = None
    member: bool = False


class Gathered:
    """What a collection names, a body under the name by which it is called over all its meetings.

    People who are named nowhere in an attendance come in when `person` asks for them.

    meetings   (id, minutes) in the order of the collection
    bodies     name -> id
    """

    def __init__(self, collection: Collection) -> None:
        self._names = {
            minutes.meeting.body: collection.body_of(place) or minutes.meeting.body
            for place, minutes in enumerate(collection.meetings)
            if minutes.meeting.body is not None
        }
        self.meetings: list[tuple[str, Minutes]] = []
        self.bodies: dict[str, str] = {}
        self._people: dict[tuple[str | None, str], Somebody] = {}
        seen: Counter[str] = Counter()
        for minutes in collection.meetings:
            meeting = minutes.meeting
            # of a day and a body there is one; where there are more, each has an id of its own
            one = urn("meeting", meeting.body, meeting.date or minutes.source.sha256, str(minutes.source.part or ""))
            seen[one] += 1
            self.meetings.append((one if seen[one] == 1 else urn(one, str(seen[one])), minutes))
            self._gather(minutes)

    @property
    def people(self) -> list[Somebody]:
        return list(self._people.values())

    def person(self, body: str | None, name: str) -> str:
        """The id of a person of that body."""
        return self._somebody(body, name).id

    def named(self, minutes: Minutes, name: str) -> str:
        """The id of a person whom minutes name outside the attendance, such as a mover by the surname."""
        return self.person(minutes.meeting.body, settled(minutes, name))

    def body(self, name: str | None) -> str | None:
        if name is None:
            return None
        name = self._names.get(name) or name
        return self.bodies.setdefault(name, urn("body", name))

    def _gather(self, minutes: Minutes) -> None:
        body = minutes.meeting.body
        self.body(body)
        for attendee in minutes.attendees:
            found = self._somebody(body, attendee.name)
            found.role = attendee.role or found.role
            found.abbreviation = attendee.abbreviation or found.abbreviation
            found.member = found.member or attendee.status != _NO_MEMBER

    def _somebody(self, body: str | None, name: str) -> Somebody:
        body = self._names.get(body, body) if body is not None else None
        return self._people.setdefault((body, name), Somebody(urn("person", body, name), name, body))


def urn(*parts: str | None) -> str:
    """An id as an address: minutes have none on the web."""
    return f"urn:uuid:{identity(*parts)}"


def item_id(meeting: str, item: str) -> str:
    """The id of an item of a meeting."""
    return urn("item", within(meeting, item))


def items_named(meeting: str, minutes: Minutes) -> dict[str, str]:
    """The ids of items by what things that stand under one call it: its number or title, where only one bears it."""
    return {name: urn("item", one) for name, one in items_by_name(meeting, minutes).items()}


def given(**fields: Any) -> dict[str, Any]:
    """The fields that say something; a name of Python's own has an underscore behind it."""
    return {name.rstrip("_"): value for name, value in fields.items() if value is not None and value != []}


def moment(date: str | None, time: str | None) -> str | None:
    """'2024-03-06T14:30:00', local time without a zone, for minutes name none; without a time the day."""
    if not day_of(date):
        return None
    return f"{date}T{time}:00" if time else date


def write_json(data: object, stream: BinaryIO) -> None:
    """Write indented JSON, letters as they are."""
    stream.write(encode(json.dumps(data, ensure_ascii=False, indent=2)))

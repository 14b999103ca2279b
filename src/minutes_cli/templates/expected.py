"""What was written into a blank document, and what of it is read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from minutes_cli.model.document import Place
from minutes_cli.model.minutes import Minutes
from minutes_cli.model.trial import Lost

Part = Literal["meeting", "attendees", "items", "actions", "decisions", "next_meeting"]
_NAMES = {
    ("meeting", "date"): "the date of the meeting",
    ("meeting", "start_time"): "the time of the meeting",
    ("meeting", "end_time"): "the end of the meeting",
    ("meeting", "venue"): "the venue",
    ("meeting", "chair"): "the chair",
    ("meeting", "minute_taker"): "the minute taker",
    ("meeting", "body"): "the body",
    ("meeting", "title"): "the title",
    ("attendees", "name"): "the name of an attendee",
    ("attendees", "role"): "the role of an attendee",
    ("attendees", "abbreviation"): "the initials of an attendee",
    ("attendees", "status"): "who was there and who sent apologies",
    ("items", "title"): "the title of an item",
    ("items", "number"): "the number of an item",
    ("items", "pillars"): "the pillar of an item",
    ("actions", "text"): "an action",
    ("actions", "owners"): "the owner of an action",
    ("actions", "due"): "the due date of an action",
    ("decisions", "text"): "a decision",
    ("decisions", "mover"): "who proposed a decision",
    ("decisions", "seconder"): "who seconded a decision",
    ("next_meeting", "date"): "the date of the next meeting",
    ("next_meeting", "time"): "the time of the next meeting",
    ("next_meeting", "venue"): "the venue of the next meeting",
    ("next_meeting", "kind"): "the kind of the next meeting",
}


def name_of(part: str, key: str) -> str:
    """A field in words."""
    return _NAMES[(part, key)]


class Expected(NamedTuple):
    """A value that was written.

    record  by what the attendee, item, action or decision is known: its name, title or text
    value   as it is to be read
    wrote   as it was written
    """

    part: Part
    key: str
    record: str
    value: str
    wrote: str
    place: Place


def lost(minutes: Minutes, expected: Sequence[Expected]) -> tuple[Lost, ...]:
    """The values that did not come back, one for each field; of a record that is lost only that it is."""
    found: dict[str, Lost] = {}
    gone: set[tuple[str, str]] = set()
    for one in expected:
        name = name_of(one.part, one.key)
        if (one.part, one.record) in gone:
            continue
        read = tuple(_values(minutes, one))
        if one.value in (value for value, _ in read):
            continue
        if not read and one.record:
            gone.add((one.part, one.record))
        path = read[0][1] if read else f"/{one.part}"
        found.setdefault(name, Lost(name, one.wrote, read[0][0] if read else None, one.place, path))
    return tuple(found.values())


def _values(minutes: Minutes, one: Expected) -> Iterator[tuple[str | None, str]]:
    """What was read in that field of that record, with its path."""
    if one.part in ("meeting", "next_meeting"):
        value = getattr(getattr(minutes, one.part), one.key, None)
        yield value, f"/{one.part}/{one.key}"
        return
    for number, record in enumerate(getattr(minutes, one.part)):
        known = {"attendees": "name", "items": "title"}.get(one.part, "text")
        printed = str(getattr(record, known))
        # a tag behind a title may be part of it on either side: what becomes of the tag is another field
        tagged = one.record.startswith(f"{printed} (") or printed.startswith(f"{one.record} (")
        same = one.record == printed or (one.part == "items" and tagged)
        if not (one.record in printed if known == "text" else same):
            continue
        path = f"/{one.part}/{number}/{one.key}"
        value = getattr(record, one.key)
        if one.key == "owners":
            yield ", ".join(owner.name or owner.as_written for owner in value) or None, path
        elif one.key == "pillars":
            yield ", ".join(value) or None, path
        else:
            yield one.value if one.key == known else value, path

"""The meeting itself and the next one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minutes_cli.comparing.folding import folded
from minutes_cli.comparing.values import added, removed, short
from minutes_cli.model.differences import Difference, FieldChange
from minutes_cli.model.minutes import Meeting, Minutes, NextMeeting

# Who these are follows from the attendance where the header gives no more than initials.
_PEOPLE = ("chair", "minute_taker")


def header(old: Minutes, new: Minutes, respelt: Mapping[str, str]) -> Iterator[Difference]:
    """Fields of the meeting.

    respelt   names that the attendance spells another way now
    """
    fields: list[FieldChange] = []
    for field in Meeting.model_fields:
        before, after = getattr(old.meeting, field), getattr(new.meeting, field)
        if field in _PEOPLE and before and after and respelt.get(folded(before)) == folded(after):
            continue
        fields.extend(short(field, before, after))
    if fields:
        what = new.meeting.title or old.meeting.title or ""
        yield Difference(
            part="meeting", how="changed", what=what, old_path="/meeting", new_path="/meeting", fields=tuple(fields)
        )


def next_meeting(old: Minutes, new: Minutes) -> Iterator[Difference]:
    one, two = old.next_meeting, new.next_meeting
    before, after = _values(one), _values(two)
    if any(before.values()) and any(after.values()):
        fields = tuple(change for field in before for change in short(field, before[field], after[field]))
        if fields:
            yield Difference(
                part="next_meeting",
                how="changed",
                what="",
                fields=fields,
                old_path="/next_meeting",
                new_path="/next_meeting",
            )
    elif any(before.values()):
        yield removed("next_meeting", "/next_meeting", "", before.items())
    elif any(after.values()):
        yield added("next_meeting", "/next_meeting", "", after.items())


def _values(meeting: NextMeeting | None) -> dict[str, str | None]:
    return {field: getattr(meeting, field, None) for field in NextMeeting.model_fields}

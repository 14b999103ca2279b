"""Meetings that were read from files, in their order and each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.records import HeldMeeting
from minutes_cli.tracking.bodies import by_body
from minutes_cli.tracking.likeness import plain

# Diagnostics of documents that tell of no meeting that was held.
_NOT_HELD = frozenset(("agenda", "template"))


def was_held(minutes: Minutes) -> bool:
    """Whether they are minutes, and no agenda or blank template."""
    return not any(told.code in _NOT_HELD for told in minutes.diagnostics)


def is_empty(minutes: Minutes) -> bool:
    """Whether nothing in them tells of a meeting: no date and nobody who came, or neither items nor people."""
    meeting = minutes.meeting
    said = minutes.items or minutes.actions or minutes.decisions
    return not (meeting.date or minutes.attendees) or not (said or minutes.attendees)


def in_order(meetings: Iterable[Minutes]) -> list[Minutes]:
    """The meetings by date, those without one last; the same minutes as PDF and as DOCX are one meeting."""
    kept: dict[object, Minutes] = {}
    for minutes in sorted(meetings, key=_when):
        meeting = minutes.meeting
        named = meeting.date is not None and meeting.title is not None
        key = (meeting.date, meeting.start_time, plain(meeting.title or "")) if named else len(kept)
        kept.setdefault(key, minutes)
    return list(kept.values())


def held(meetings: Iterable[Minutes]) -> Iterator[HeldMeeting]:
    """One row for each meeting; its key is its place in the order given."""
    for number, minutes in enumerate(meetings):
        meeting, following = minutes.meeting, minutes.next_meeting
        yield HeldMeeting(
            key=str(number),
            title=meeting.title,
            body=meeting.body,
            date=meeting.date,
            start_time=meeting.start_time,
            chair=meeting.chair,
            file=minutes.source.file,
            path=minutes.source.file,
            sha256=minutes.source.sha256,
            added="",
            attendees=len(minutes.attendees),
            items=len(minutes.items),
            actions=len(minutes.actions),
            decisions=len(minutes.decisions),
            next_date=following.date if following else None,
            next_time=following.time if following else None,
            next_venue=following.venue if following else None,
            next_kind=following.kind if following else None,
        )


def bodies_of(meetings: Sequence[Minutes]) -> tuple[str | None, ...]:
    """Of each meeting what its body is called over all its meetings: one that names none is of the only one named."""
    named: dict[str | None, str | None] = {}
    for group in by_body(meetings, lambda minutes: minutes.meeting.body):
        name = next((minutes.meeting.body for minutes in group if minutes.meeting.body is not None), None)
        named.update(dict.fromkeys((minutes.meeting.body for minutes in group), name))
    return tuple(named[minutes.meeting.body] for minutes in meetings)


def _when(minutes: Minutes) -> tuple[bool, str, str, str, str]:
    meeting, source = minutes.meeting, minutes.source
    return (meeting.date is None, meeting.date or "", meeting.start_time or "", source.file, source.sha256)

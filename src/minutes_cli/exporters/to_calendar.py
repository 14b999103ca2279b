"""iCalendar (RFC 5545): what is to be done as VTODO, next meetings as VEVENT.

Nothing is taken from the clock: the same data gives the same file, and a calendar that has it sees what changed by the
stable UID and a SEQUENCE that grows with each mention and change.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.exporters.records.tables import person
from minutes_cli.model.records import HeldMeeting
from minutes_cli.model.tracking import UNSETTLED, State, TrackedAction
from minutes_cli.text.days import day_of, short_date
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from icalendar import Event, Todo

_STATUS: dict[State, str] = {"open": "NEEDS-ACTION", "in_progress": "IN-PROCESS", "proposed": "IN-PROCESS"}
# Of what no date is known; a stamp has to be there.
_UNKNOWN = datetime.date(1970, 1, 1)


def write(actions: Iterable[TrackedAction], last: Iterable[HeldMeeting], stream: BinaryIO) -> None:
    """Write a calendar of the unsettled actions and of the meetings that come next.

    last   the last meeting of each body
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//minutes//minutes//EN")
    calendar.add("version", "2.0")
    for action in actions:
        if action.state in UNSETTLED:
            calendar.add_component(_todo(action))
    for meeting in last:
        if meeting.next_date and meeting.next_date > (meeting.date or "") and day_of(meeting.next_date):
            calendar.add_component(_event(meeting))
    stream.write(calendar.to_ical())


def _todo(action: TrackedAction) -> Todo:
    from icalendar import Todo

    todo = Todo()
    todo.add("uid", _uid(action.body, action.raised.date, action.id))
    dates = [mention.date for mention in action.mentions] + [change.on for change in action.changes]
    todo.add("dtstamp", _stamp(max(filter(None, dates), default=action.raised.date)))
    todo.add("sequence", max(0, len(action.mentions) + len(action.changes) - 1))
    todo.add("summary", safe(" ".join(filter(None, (action.number, action.text)))))
    todo.add("status", _STATUS[action.state])
    if due := day_of(action.due):
        todo.add("due", due)
    todo.add("description", "\n".join(map(safe, _told(action))))
    return todo


def _told(action: TrackedAction) -> list[str]:
    """The lines of a description: owner, meeting, term, and the words of the last minutes."""
    owners = ", ".join(map(person, action.owners)) or "nobody named"
    raised = ", ".join(filter(None, (action.raised.meeting, short_date(action.raised.date) or action.raised.file)))
    lines = [f"Owner: {owners}", f"Raised: {raised}"]
    if action.due_text:
        lines.append(f"Due as printed: {action.due_text}")
    if action.mentions:
        lines.append(f"“{action.mentions[-1].quote}”")
    return lines


def _event(meeting: HeldMeeting) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(meeting.body, meeting.next_date, "meeting"))
    event.add("dtstamp", _stamp(meeting.date))
    event.add("summary", safe(meeting.next_kind or meeting.body or "Meeting"))
    event.add("dtstart", _start(meeting))
    if meeting.next_venue:
        event.add("location", safe(meeting.next_venue))
    told = meeting.title or meeting.file
    event.add("description", safe(f"As the minutes of {short_date(meeting.date) or told} say."))
    return event


def _start(meeting: HeldMeeting) -> datetime.date | datetime.datetime:
    """The day, or with a time the moment where the meeting is: local time, as printed."""
    try:
        return datetime.datetime.fromisoformat(f"{meeting.next_date}T{meeting.next_time}")
    except ValueError:
        return day_of(meeting.next_date) or _UNKNOWN


def _stamp(iso: str | None) -> datetime.datetime:
    return datetime.datetime.combine(day_of(iso) or _UNKNOWN, datetime.time(), datetime.UTC)


def _uid(*parts: str | None) -> str:
    """An id that stays while body, date and words do."""
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode()).hexdigest()[:24] + "@minutes"

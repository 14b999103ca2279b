"""iCalendar (RFC 5545): actions as VTODO (3.6.2) in every state, next meetings as VEVENT (3.6.1).

Nothing is taken from the clock: the same data gives the same file, and a calendar that has it sees what changed by the
stable UID (3.8.4.7) and by SEQUENCE (3.8.7.4), which may grow and never falls (RFC 5546, 2.1.4 and 2.1.5: the highest
counts). A single action can lose mentions and changes again, as by `minutes undo`; so in a register SEQUENCE counts all
that ever happened there.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from minutes_cli.exporters.coming import coming
from minutes_cli.exporters.identity import identified
from minutes_cli.exporters.telling import last_day, told
from minutes_cli.model.collection import Collection, History
from minutes_cli.model.minutes import Minutes, NextMeeting
from minutes_cli.model.tracking import State, TrackedAction
from minutes_cli.text.days import day_of, short_date
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from icalendar import Event, Todo

_STATUS: dict[State, str] = {
    "open": "NEEDS-ACTION",
    "in_progress": "IN-PROCESS",
    "proposed": "IN-PROCESS",
    "closed": "COMPLETED",
    "withdrawn": "CANCELLED",
    "superseded": "CANCELLED",
}
# Of what no date is known; a stamp has to be there.
_UNKNOWN = datetime.date(1970, 1, 1)


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write a calendar of all actions, and of the meeting that comes next for each body."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//minutes//minutes//EN")
    calendar.add("version", "2.0")
    for one, action in identified(collection, merged=True):
        calendar.add_component(_todo(one, action, collection.history))
    for one, minutes, following in coming(collection):
        calendar.add_component(_event(one, minutes, following, collection.history))
    stream.write(calendar.to_ical())


def _todo(one: UUID, action: TrackedAction, history: History | None) -> Todo:
    from icalendar import Todo

    todo = Todo()
    todo.add("uid", f"{one}@minutes")
    stamp = _stamp(last_day(action))
    todo.add("dtstamp", stamp)
    said = len(action.mentions) + len(action.changes)
    todo.add("sequence", history.events if history else max(0, said - 1))
    todo.add("summary", safe(" ".join(filter(None, (action.number, action.text)))))
    todo.add("status", _STATUS[action.state])
    if action.state == "closed":
        todo.add("completed", stamp)
        todo.add("percent-complete", 100)
    if day_of(action.raised.date):
        todo.add("created", _stamp(action.raised.date))
    if due := day_of(action.due):
        todo.add("due", due)
    if kinds := [safe(kind) for kind in (*action.pillars, *action.tags)]:
        todo.add("categories", kinds)
    todo.add("description", "\n".join(map(safe, told(action))))
    return todo


def _event(one: UUID, minutes: Minutes, following: NextMeeting, history: History | None) -> Event:
    from icalendar import Event

    meeting = minutes.meeting
    event = Event()
    event.add("uid", f"{one}@minutes")
    event.add("dtstamp", _stamp(meeting.date))
    event.add("sequence", history.events if history else 0)
    event.add("summary", safe(following.kind or meeting.body or "Meeting"))
    event.add("dtstart", _start(following))
    if following.venue:
        event.add("location", safe(following.venue))
    said = short_date(meeting.date) or meeting.title or minutes.source.file
    event.add("description", safe(f"As the minutes of {said} say."))
    return event


def _start(following: NextMeeting) -> datetime.date | datetime.datetime:
    """The day, or with a time the moment where the meeting is: local time, as printed."""
    try:
        return datetime.datetime.fromisoformat(f"{following.date}T{following.time}")
    except ValueError:
        return day_of(following.date) or _UNKNOWN


def _stamp(iso: str | None) -> datetime.datetime:
    return datetime.datetime.combine(day_of(iso) or _UNKNOWN, datetime.time(), datetime.UTC)

"""JSON-LD with the vocabulary of schema.org: meetings as Event, tasks as Action, decisions as ChooseAction.

The context stands in the document, so that reading it asks nothing of the network.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from minutes_cli.exporters.civic.gathering import CAME, Gathered, Somebody, given, item_id, moment, urn
from minutes_cli.exporters.coming import coming
from minutes_cli.exporters.identity import identified
from minutes_cli.exporters.telling import last_day
from minutes_cli.exporters.to_jsonl import encode
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes, Party
from minutes_cli.model.tracking import SETTLED, State
from minutes_cli.text.days import day_of

_CONTEXT = {
    "@vocab": "https://schema.org/",
    # the values of these are terms of the vocabulary, not texts
    "actionStatus": {"@type": "@vocab"},
    "eventStatus": {"@type": "@vocab"},
}
_STATUS: dict[State, str] = {
    "open": "PotentialActionStatus",
    "in_progress": "ActiveActionStatus",
    "proposed": "ActiveActionStatus",
    "closed": "CompletedActionStatus",
    "withdrawn": "FailedActionStatus",
    "superseded": "FailedActionStatus",
}


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write one graph."""
    gathered = Gathered(collection)
    # first what may name people who are in no attendance
    done = [*_decisions(gathered), *_actions(collection, gathered)]
    graph = [
        *_organizations(gathered),
        *(_person(somebody) for somebody in gathered.people),
        *_meetings(gathered),
        *_announced(collection, gathered),
        *done,
    ]
    made = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2)
    # the same to a reader of JSON, and no end of a script where it stands in a web page
    stream.write(encode(made.replace("<", "\\u003c")))


def _node(kind: str, one: str | None = None, **fields: Any) -> dict[str, Any]:
    named = {"@id": one} if one else {}
    return {**named, "@type": kind, **given(**fields)}


def _to(one: str | None) -> dict[str, str] | None:
    return {"@id": one} if one else None


def _organizations(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for name, one in gathered.bodies.items():
        members = [_to(somebody.id) for somebody in gathered.people if somebody.member and somebody.body == name]
        yield _node("Organization", one, name=name, member=members)


def _person(somebody: Somebody) -> dict[str, Any]:
    return _node("Person", somebody.id, name=somebody.name, alternateName=somebody.abbreviation, jobTitle=somebody.role)


def _meetings(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for one, minutes in gathered.meetings:
        meeting, source = minutes.meeting, minutes.source
        came = dict.fromkeys(attendee.name for attendee in minutes.attendees if attendee.status in CAME)
        yield _node(
            "Event",
            one,
            name=meeting.title or meeting.body,
            startDate=moment(meeting.date, meeting.start_time),
            endDate=moment(meeting.date, meeting.end_time) if meeting.end_time else None,
            location=_place(meeting.venue),
            organizer=_to(gathered.body(meeting.body)),
            attendee=[_to(gathered.person(meeting.body, name)) for name in came],
            recordedIn=_node("DigitalDocument", name=source.file, encodingFormat=source.media_type),
            subEvent=[
                _node("Event", item_id(one, item.id), name=item.title, identifier=item.number) for item in minutes.items
            ],
        )


def _announced(collection: Collection, gathered: Gathered) -> Iterator[dict[str, Any]]:
    for announced, minutes, following in coming(collection):
        meeting = minutes.meeting
        yield _node(
            "Event",
            f"urn:uuid:{announced}",
            name=following.kind or meeting.body,
            startDate=moment(following.date, following.time),
            eventStatus="EventScheduled",
            location=_place(following.venue),
            organizer=_to(gathered.body(meeting.body)),
        )


def _decisions(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for one, minutes in gathered.meetings:
        body = minutes.meeting.body
        for decision in minutes.decisions:
            names = [name for name in (decision.mover, decision.seconder) if name]
            movers = dict.fromkeys(gathered.named(minutes, name) for name in names)
            yield _node(
                "ChooseAction",
                urn("decision", one, decision.id),
                name=decision.text,
                agent=_to(gathered.body(body)),
                participant=[_to(one) for one in movers],
                result=_node("Thing", name=decision.outcome) if decision.outcome else None,
                endTime=_day(minutes),
                subjectOf=_to(one),
            )


def _actions(collection: Collection, gathered: Gathered) -> Iterator[dict[str, Any]]:
    for one, action in identified(collection):
        # of an action that is to be done when it is due, else when it was done
        end = last_day(action) if action.state in SETTLED else action.due
        yield _node(
            "Action",
            f"urn:uuid:{one}",
            name=action.text,
            identifier=action.number or action.reference,
            actionStatus=_STATUS[action.state],
            agent=[_agent(owner, action.body, gathered) for owner in action.owners],
            startTime=action.raised.date if day_of(action.raised.date) else None,
            endTime=end if day_of(end) else None,
        )


def _agent(owner: Party, body: str | None, gathered: Gathered) -> dict[str, Any] | None:
    """The person, or where that is not settled a name of which nothing more is said."""
    return _to(gathered.person(body, owner.name)) if owner.name else _node("Thing", name=owner.as_written)


def _place(venue: str | None) -> dict[str, Any] | None:
    return _node("Place", name=venue) if venue else None


def _day(minutes: Minutes) -> str | None:
    return moment(minutes.meeting.date, None)

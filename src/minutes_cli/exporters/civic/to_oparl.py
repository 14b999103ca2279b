"""OParl 1.1, https://dev.oparl.org/spezifikation: bodies, people, meetings with their agenda, decisions as papers.

An object list, as an OParl server gives it (2.5: `data`, `pagination` and `links`, of which `next` is for a page that
is not the last); names of types and fields are those of the schema (3), and so are the words that it recommends for
`meetingState`. Objects that stand inside another do not name it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from minutes_cli.exporters.civic.gathering import (
    CAME,
    Gathered,
    Somebody,
    given,
    item_id,
    items_named,
    moment,
    urn,
    write_json,
)
from minutes_cli.exporters.coming import coming
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Decision, Minutes

_SCHEMA = "https://schema.oparl.org/1.1"
# Of a meeting: held, and planned.
_HELD, _PLANNED = "durchgeführt", "terminiert"
# What a paper is here, and what the meeting did with it.
_MOTION, _DECIDED = "Antrag", "Entscheidung"


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write one list of objects; those that belong to another stand in it, as the standard has them."""
    gathered = Gathered(collection)
    # first what may name people who are in no attendance
    papers = list(_papers(gathered))
    found = [
        *_organizations(gathered),
        *(_person(somebody, gathered) for somebody in gathered.people),
        *_meetings(gathered),
        *_announced(collection, gathered),
        *papers,
    ]
    write_json({"data": found, "links": {}, "pagination": {"totalElements": len(found)}}, stream)


def _object(kind: str, one: str, **fields: Any) -> dict[str, Any]:
    return given(id=one, type=f"{_SCHEMA}/{kind}", **fields)


def _organizations(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for name, one in gathered.bodies.items():
        members = [_membership(somebody) for somebody in gathered.people if somebody.member and somebody.body == name]
        yield _object("Organization", one, name=name, membership=members)


def _person(somebody: Somebody, gathered: Gathered) -> dict[str, Any]:
    """The membership stands in the person, as the standard has it."""
    memberships = []
    if somebody.member and (body := gathered.body(somebody.body)):
        memberships.append(_object("Membership", _membership(somebody), organization=body, role=somebody.role))
    status = [somebody.role] if somebody.role and not memberships else []
    return _object("Person", somebody.id, name=somebody.name, status=status, membership=memberships)


def _membership(somebody: Somebody) -> str:
    return urn("membership", somebody.id)


def _meetings(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for one, minutes in gathered.meetings:
        meeting, source = minutes.meeting, minutes.source
        came = dict.fromkeys(attendee.name for attendee in minutes.attendees if attendee.status in CAME)
        file = _object("File", urn("file", one, source.sha256), fileName=source.file, mimeType=source.media_type)
        yield _object(
            "Meeting",
            one,
            name=meeting.title or meeting.body,
            meetingState=_HELD,
            start=_start(meeting.date, meeting.start_time),
            end=moment(meeting.date, meeting.end_time) if meeting.end_time else None,
            location=_location(one, meeting.venue),
            organization=_listed(gathered.body(meeting.body)),
            participant=[gathered.person(meeting.body, name) for name in came],
            resultsProtocol=file,
            agendaItem=list(_agenda(one, minutes)),
        )


def _announced(collection: Collection, gathered: Gathered) -> Iterator[dict[str, Any]]:
    for announced, minutes, following in coming(collection):
        meeting = minutes.meeting
        one = f"urn:uuid:{announced}"
        yield _object(
            "Meeting",
            one,
            name=following.kind or meeting.body,
            meetingState=_PLANNED,
            start=_start(following.date, following.time),
            location=_location(one, following.venue),
            organization=_listed(gathered.body(meeting.body)),
        )


def _agenda(meeting: str, minutes: Minutes) -> Iterator[dict[str, Any]]:
    under = items_named(meeting, minutes)
    for order, item in enumerate(minutes.items):
        one = item_id(meeting, item.id)
        decided = [decision for decision in minutes.decisions if under.get(decision.item or "") == one]
        outcomes = dict.fromkeys(decision.outcome for decision in decided if decision.outcome)
        yield _object(
            "AgendaItem",
            one,
            order=order,
            number=item.number,
            name=item.title,
            result=", ".join(outcomes) or None,
            resolutionText="\n\n".join(decision.text for decision in decided) or None,
            keyword=list(item.pillars),
        )


def _papers(gathered: Gathered) -> Iterator[dict[str, Any]]:
    """A decision is a motion that the meeting considered."""
    for meeting, minutes in gathered.meetings:
        under = items_named(meeting, minutes)
        for decision in minutes.decisions:
            yield _paper(decision, meeting, minutes, under.get(decision.item or ""), gathered)


def _paper(decision: Decision, meeting: str, minutes: Minutes, item: str | None, gathered: Gathered) -> dict[str, Any]:
    body = minutes.meeting.body
    movers = [gathered.named(minutes, name) for name in (decision.mover, decision.seconder) if name]
    consultation = _object(
        "Consultation",
        urn("consultation", meeting, decision.id),
        agendaItem=item,
        meeting=meeting,
        organization=_listed(gathered.body(body)),
        authoritative=True,
        role=_DECIDED,
    )
    return _object(
        "Paper",
        urn("paper", meeting, decision.id),
        name=decision.text,
        date=moment(minutes.meeting.date, None),
        paperType=_MOTION,
        originatorPerson=list(dict.fromkeys(movers)),
        consultation=[consultation],
    )


def _location(one: str, venue: str | None) -> dict[str, Any] | None:
    return _object("Location", urn("location", one), description=venue) if venue else None


def _start(date: str | None, time: str | None) -> str | None:
    """A moment, also where no hour is printed: the standard has no days here."""
    return moment(date, time or "00:00")


def _listed(one: str | None) -> list[str]:
    return [one] if one else []

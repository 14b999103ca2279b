"""Popolo, https://www.popoloproject.com/specs/: who met, what was moved and voted on, what was said.

Names of fields are those of its JSON schemas (person, organization, membership, event, motion, vote_event, count,
speech); each class is an array under its plural.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from minutes_cli.exporters.civic.gathering import CAME, Gathered, Somebody, given, urn, write_json
from minutes_cli.exporters.coming import coming
from minutes_cli.exporters.telling import counts
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Decision, Meeting, Minutes, Outcome
from minutes_cli.text.days import day_of

# Where Popolo's examples have a word, that; else our own.
_RESULTS: dict[Outcome, str] = {"carried": "pass", "defeated": "fail"}
_OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain"}


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write one object with an array of each class."""
    gathered = Gathered(collection)
    # first what may name people who are in no attendance
    motions, speeches = list(_motions(gathered)), list(_speeches(gathered))
    found = {
        "persons": [_person(somebody) for somebody in gathered.people],
        "organizations": [{"id": one, "name": name} for name, one in gathered.bodies.items()],
        "memberships": list(_memberships(gathered)),
        "events": [*_events(gathered), *_announced(collection, gathered)],
        "motions": motions,
        "vote_events": list(_vote_events(gathered)),
        "speeches": speeches,
    }
    write_json(found, stream)


def _person(somebody: Somebody) -> dict[str, Any]:
    short = somebody.abbreviation
    return given(
        id=somebody.id, name=somebody.name, other_names=[{"name": short, "note": "abbreviation"}] if short else []
    )


def _memberships(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for one in gathered.people:
        if one.member and (body := gathered.body(one.body)):
            yield given(id=urn("membership", one.id), person_id=one.id, organization_id=body, role=one.role)


def _events(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for one, minutes in gathered.meetings:
        meeting = minutes.meeting
        came = [attendee.name for attendee in minutes.attendees if attendee.status in CAME]
        yield given(
            id=one,
            name=meeting.title or meeting.body,
            description=_description(meeting),
            start_date=_day(minutes),
            location=meeting.venue,
            classification="meeting",
            organization_id=gathered.body(meeting.body),
            attendees=[{"id": gathered.person(meeting.body, name), "name": name} for name in dict.fromkeys(came)],
        )


def _description(meeting: Meeting) -> str | None:
    told = (
        ("start", meeting.start_time),
        ("end", meeting.end_time),
        ("chair", meeting.chair),
        ("minutes", meeting.minute_taker),
    )
    return "; ".join(f"{label}: {value}" for label, value in told if value) or None


def _announced(collection: Collection, gathered: Gathered) -> Iterator[dict[str, Any]]:
    for announced, minutes, following in coming(collection):
        meeting = minutes.meeting
        yield given(
            id=f"urn:uuid:{announced}",
            name=following.kind or meeting.body,
            description=f"start: {following.time}" if following.time else None,
            start_date=following.date,
            location=following.venue,
            status="announced",
            classification="meeting",
            organization_id=gathered.body(meeting.body),
        )


def _motions(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for meeting, minutes in gathered.meetings:
        body = minutes.meeting.body
        for decision in minutes.decisions:
            yield given(
                id=urn("motion", meeting, decision.id),
                organization_id=gathered.body(body),
                creator_id=gathered.named(minutes, decision.mover) if decision.mover else None,
                text=decision.text,
                date=_day(minutes),
                result=_result(decision),
            )


def _vote_events(gathered: Gathered) -> Iterator[dict[str, Any]]:
    """Of the decisions whose minutes print a number of votes."""
    for meeting, minutes in gathered.meetings:
        for decision in minutes.decisions:
            if numbers := counts(decision):
                yield given(
                    id=urn("vote", meeting, decision.id),
                    organization_id=gathered.body(minutes.meeting.body),
                    motion_id=urn("motion", meeting, decision.id),
                    start_date=_day(minutes),
                    result=_result(decision),
                    counts=[{"option": _OPTIONS[choice], "value": number} for choice, number in numbers.items()],
                )


def _result(decision: Decision) -> str | None:
    return _RESULTS.get(decision.outcome, decision.outcome) if decision.outcome else None


def _day(minutes: Minutes) -> str | None:
    """Popolo has times with a zone alone, and minutes name none: days it has."""
    return minutes.meeting.date if day_of(minutes.meeting.date) else None


def _speeches(gathered: Gathered) -> Iterator[dict[str, Any]]:
    for meeting, minutes in gathered.meetings:
        said = [(item, exchange) for item in minutes.items for exchange in item.exchanges]
        for position, (item, exchange) in enumerate(said, start=1):
            name = exchange.speaker.name
            yield given(
                id=urn("speech", meeting, exchange.id),
                creator_id=gathered.person(minutes.meeting.body, name) if name else None,
                attribution_text=exchange.speaker.as_written,
                text=exchange.text,
                title=item.title,
                type_="speech" if exchange.kind == "statement" else exchange.kind,
                position=position,
                event_id=meeting,
            )

"""Popolo, read back as JSON: fields of the standard alone, and every reference leads somewhere."""

from __future__ import annotations

import io
import json
from typing import Any

from hypothesis import HealthCheck, given, settings

from minutes_cli.exporters.civic import to_popolo
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import CONTROL
from tests.exporters.generated import collections

# The properties that Popolo gives each class; the ids of others are named after the class.
FIELDS = {
    "persons": {"id", "name", "other_names"},
    "organizations": {"id", "name"},
    "memberships": {"id", "person_id", "organization_id", "role"},
    "events": {
        *("id", "name", "description", "start_date", "location", "status"),
        *("classification", "organization_id", "attendees"),
    },
    "motions": {"id", "organization_id", "creator_id", "text", "date", "result"},
    "vote_events": {"id", "organization_id", "motion_id", "start_date", "result", "counts"},
    "speeches": {"id", "creator_id", "attribution_text", "text", "title", "type", "position", "event_id"},
}
LEADS_TO = {
    "person_id": "persons",
    "creator_id": "persons",
    "organization_id": "organizations",
    "motion_id": "motions",
    "event_id": "events",
}


def written(collection: Collection) -> dict[str, Any]:
    stream = io.BytesIO()
    to_popolo.write(collection, stream)
    text = stream.getvalue().decode()
    assert CONTROL.search(text.replace("\n", "")) is None
    found: dict[str, Any] = json.loads(text)
    return found


def test_minutes_in_the_classes_of_the_standard(wrenshire: Minutes) -> None:
    found = written(Collection(meetings=(wrenshire,)))
    names = {person["id"]: person["name"] for person in found["persons"]}
    (event, *_) = found["events"]
    assert event["start_date"] == wrenshire.meeting.date
    assert [person["name"] for person in event["attendees"]] == [
        one.name for one in wrenshire.attendees if one.status in ("present", "in_attendance")
    ]
    members = {one.name: one.role for one in wrenshire.attendees if one.status != "in_attendance"}
    assert {names[one["person_id"]]: one.get("role") for one in found["memberships"]} == members
    for motion, decision in zip(found["motions"], wrenshire.decisions, strict=True):
        assert motion["text"] == decision.text
        assert names.get(motion.get("creator_id")) == decision.mover
    voted = [decision for decision in wrenshire.decisions if decision.votes]
    assert [vote["counts"][0]["value"] for vote in found["vote_events"]] == [
        one.votes.for_ for one in voted if one.votes
    ]


def test_a_body_that_meets_twice_is_one_and_so_are_its_people(wrenshire: Minutes) -> None:
    meeting = wrenshire.meeting.model_copy(update={"date": "2031-01-01"})
    twice = written(Collection(meetings=(wrenshire, wrenshire.model_copy(update={"meeting": meeting}))))
    once = written(Collection(meetings=(wrenshire,)))
    assert [twice[name] for name in ("persons", "organizations", "memberships")] == [
        once[name] for name in ("persons", "organizations", "memberships")
    ]
    assert once["motions"] == twice["motions"][: len(once["motions"])]


def assert_same(collection: Collection) -> None:
    """Only fields of the standard, no loose ends, and all words."""
    found = written(collection)
    assert list(found) == list(FIELDS)
    ids = {name: {one["id"] for one in rows} for name, rows in found.items()}
    for name, rows in found.items():
        assert len(ids[name]) == len(rows)
        for one in rows:
            assert one.keys() <= FIELDS[name]
            for field in one.keys() & LEADS_TO.keys():
                assert one[field] in ids[LEADS_TO[field]]
            assert {person["id"] for person in one.get("attendees", ())} <= ids["persons"]
    decisions = [decision.text for minutes in collection.meetings for decision in minutes.decisions]
    assert [motion["text"] for motion in found["motions"]] == decisions


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_whatever_the_words_only_fields_of_the_standard_and_no_loose_ends(collection: Collection) -> None:
    assert_same(collection)

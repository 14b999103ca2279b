"""JSON-LD, expanded by a processor that may not use the network."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pyld import jsonld

from minutes_cli.exporters.civic import to_jsonld
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import CONTROL
from tests.exporters.generated import collections
from tests.tracking.made_actions import tracked

SCHEMA = "https://schema.org/"
# The properties that schema.org gives each type.
FIELDS = {
    "Organization": {"name", "member"},
    "Person": {"name", "alternateName", "jobTitle"},
    "Event": {
        *("name", "startDate", "endDate", "location", "organizer", "attendee", "recordedIn", "subEvent"),
        *("identifier", "eventStatus"),
    },
    "Action": {"name", "identifier", "actionStatus", "agent", "startTime", "endTime"},
    "ChooseAction": {"name", "agent", "participant", "result", "endTime", "subjectOf"},
    "Place": {"name"},
    "Thing": {"name"},
    "DigitalDocument": {"name", "encodingFormat"},
}


def expanded(collection: Collection) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    to_jsonld.write(collection, stream)
    text = stream.getvalue().decode()
    assert CONTROL.search(text.replace("\n", "")) is None
    # it may stand in a script of a web page
    assert "<" not in text
    found: list[dict[str, Any]] = jsonld.expand(json.loads(text), {"documentLoader": refuse})
    return found


def refuse(url: str, options: object) -> None:
    raise AssertionError(f"asks for {url}")


def of(found: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in found if one["@type"] == [SCHEMA + kind]]


def value(node: dict[str, Any], name: str) -> Any:
    """The value of a property that has one, or the address it leads to."""
    (found,) = node.get(SCHEMA + name, [{"@value": None}])
    return found["@value"] if "@value" in found else found["@id"]


def test_minutes_in_the_types_of_the_vocabulary(wrenshire: Minutes) -> None:
    found = expanded(Collection(meetings=(wrenshire,)))
    names = {one["@id"]: value(one, "name") for one in of(found, "Person")}
    event = of(found, "Event")[0]
    assert value(event, "name") == wrenshire.meeting.title
    assert value(event, "startDate") == f"{wrenshire.meeting.date}T{wrenshire.meeting.start_time}:00"
    assert [names[one["@id"]] for one in event[f"{SCHEMA}attendee"]] == [
        one.name for one in wrenshire.attendees if one.status in ("present", "in_attendance")
    ]
    items = [(value(one, "identifier"), value(one, "name")) for one in event[f"{SCHEMA}subEvent"]]
    assert items == [(item.number, item.title) for item in wrenshire.items]
    taken = [value(one, "name") for one in of(found, "ChooseAction")]
    assert taken == [decision.text for decision in wrenshire.decisions]


@pytest.mark.parametrize(
    ("state", "status", "end"),
    [
        ("open", "PotentialActionStatus", "2024-06-18"),
        ("in_progress", "ActiveActionStatus", "2024-06-18"),
        ("proposed", "ActiveActionStatus", "2024-06-18"),
        ("closed", "CompletedActionStatus", "2024-04-09"),
        ("withdrawn", "FailedActionStatus", "2024-04-09"),
        ("superseded", "FailedActionStatus", "2024-04-09"),
    ],
)
def test_an_action_has_a_status_of_the_vocabulary(state: str, status: str, end: str) -> None:
    row = {"raised": "2024-03-06", "due": "2024-06-18", "owners": ["Ann Lee"], "state": state, "text": "Mend the gate."}
    found = expanded(Collection(actions=(tracked({**row, "then": ["2024-04-09 carried"]}),)))
    (action,), (person,) = of(found, "Action"), of(found, "Person")
    assert value(action, "name") == "Mend the gate."
    assert value(action, "actionStatus") == SCHEMA + status
    assert (value(action, "startTime"), value(action, "endTime")) == ("2024-03-06", end)
    assert value(action, "agent") == person["@id"]


def assert_same(collection: Collection) -> None:
    """Only terms of the vocabulary, no loose ends, and all words."""
    found = expanded(collection)
    known = {one["@id"] for one in found}
    assert len(known) == len(found)
    open_ends = list(found)
    while open_ends:
        node = open_ends.pop()
        if "@value" in node:
            continue
        if "@type" not in node:
            assert node["@id"] in known or node["@id"].startswith(SCHEMA)
            continue
        properties = {name.removeprefix(SCHEMA) for name in node if not name.startswith("@")}
        assert properties <= FIELDS[node["@type"][0].removeprefix(SCHEMA)]
        open_ends += [one for name in properties for one in node[SCHEMA + name]]
    assert [value(one, "name") for one in of(found, "Action")] == [action.text for action in collection.actions]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_whatever_the_words_only_terms_of_the_vocabulary_and_no_loose_ends(collection: Collection) -> None:
    assert_same(collection)

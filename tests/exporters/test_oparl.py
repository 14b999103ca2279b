"""OParl, read back as JSON: fields of the standard alone, and every reference leads somewhere."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings

from minutes_cli.exporters.civic import to_oparl
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import CONTROL
from tests.exporters.generated import collections

TYPE = re.compile(r"https://schema\.oparl\.org/1\.1/(\w+)")
# The properties that OParl 1.1 gives each type, and to what type those that refer lead.
FIELDS: dict[str, dict[str, str | None]] = {
    "Organization": {"name": None, "membership": "Membership"},
    "Person": {"name": None, "status": None, "membership": "Membership"},
    "Membership": {"organization": "Organization", "role": None},
    "Meeting": {
        **dict.fromkeys(("name", "meetingState", "start", "end")),
        **{"location": "Location", "organization": "Organization", "participant": "Person"},
        **{"resultsProtocol": "File", "agendaItem": "AgendaItem"},
    },
    "AgendaItem": dict.fromkeys(("order", "number", "name", "result", "resolutionText", "keyword")),
    "Paper": {
        **dict.fromkeys(("name", "date", "paperType")),
        **{"originatorPerson": "Person", "consultation": "Consultation"},
    },
    "Consultation": {
        **{"agendaItem": "AgendaItem", "meeting": "Meeting", "organization": "Organization"},
        **dict.fromkeys(("authoritative", "role")),
    },
    "Location": {"description": None},
    "File": {"fileName": None, "mimeType": None},
}


def written(collection: Collection) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    to_oparl.write(collection, stream)
    text = stream.getvalue().decode()
    assert CONTROL.search(text.replace("\n", "")) is None
    found = json.loads(text)
    assert found["pagination"] == {"totalElements": len(found["data"])}
    data: list[dict[str, Any]] = found["data"]
    return data


def kind(one: dict[str, Any]) -> str:
    match = TYPE.fullmatch(one["type"])
    assert match
    return match[1]


def objects(found: Any) -> Iterator[dict[str, Any]]:
    """All objects, also those that stand in others."""
    if isinstance(found, dict):
        yield found
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from objects(one)


def of(found: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [one for one in objects(found) if kind(one) == name]


def test_minutes_in_the_types_of_the_standard(wrenshire: Minutes) -> None:
    first = wrenshire.items[0].title
    decided = tuple(decision.model_copy(update={"item": first}) for decision in wrenshire.decisions)
    wrenshire = wrenshire.model_copy(update={"decisions": decided})
    found = written(Collection(meetings=(wrenshire,)))
    names = {person["id"]: person["name"] for person in of(found, "Person")}
    meeting = of(found, "Meeting")[0]
    assert meeting["start"] == f"{wrenshire.meeting.date}T{wrenshire.meeting.start_time}:00"
    assert meeting["meetingState"] == "durchgeführt"
    assert [names[one] for one in meeting["participant"]] == [
        one.name for one in wrenshire.attendees if one.status in ("present", "in_attendance")
    ]
    assert [(one.get("number"), one["name"]) for one in meeting["agendaItem"]] == [
        (item.number, item.title) for item in wrenshire.items
    ]
    agenda = {one["id"]: one for one in meeting["agendaItem"]}
    for paper, decision in zip(of(found, "Paper"), wrenshire.decisions, strict=True):
        assert paper["name"] == decision.text
        assert [names[one] for one in paper.get("originatorPerson", ())] == [
            name for name in (decision.mover, decision.seconder) if name
        ]
        item = agenda[paper["consultation"][0]["agendaItem"]]
        assert item["name"] == first
        assert decision.text in item["resolutionText"]


def assert_same(collection: Collection) -> None:
    """Only fields of the standard, no loose ends, and all words."""
    found = written(collection)
    kinds = {one["id"]: kind(one) for one in objects(found)}
    assert len(kinds) == len(list(objects(found)))
    for one in objects(found):
        fields = FIELDS[kind(one)]
        assert one.keys() - {"id", "type"} <= fields.keys()
        for field, leads_to in fields.items():
            values = one.get(field, [])
            for value in values if isinstance(values, list) else [values]:
                if leads_to:
                    assert (kind(value) if isinstance(value, dict) else kinds[value]) == leads_to
    titles = [item.title for minutes in collection.meetings for item in minutes.items]
    assert [item["name"] for item in of(found, "AgendaItem")] == titles
    decisions = [decision.text for minutes in collection.meetings for decision in minutes.decisions]
    assert [paper["name"] for paper in of(found, "Paper")] == decisions


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_whatever_the_words_only_fields_of_the_standard_and_no_loose_ends(collection: Collection) -> None:
    assert_same(collection)

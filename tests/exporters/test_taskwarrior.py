"""What `task import` gets."""

from __future__ import annotations

import datetime
import io
import json
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from minutes_cli.exporters import to_taskwarrior
from minutes_cli.model.collection import Collection
from minutes_cli.text.safe import CONTROL, safe
from tests.exporters.generated import collections
from tests.tracking.made_actions import tracked

# Of a task by the format's definition: what each status must have.
REQUIRED = {
    "pending": {"uuid", "description"},
    "completed": {"uuid", "description", "end"},
    "deleted": {"uuid", "description", "end"},
}


def written(collection: Collection) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    to_taskwarrior.write(collection, stream)
    found: list[dict[str, Any]] = json.loads(stream.getvalue())
    return found


def task(**row: Any) -> dict[str, Any]:
    (found,) = written(Collection(actions=(tracked({"raised": "2024-03-06", **row}),)))
    return found


def test_a_task_has_the_fields_of_the_format() -> None:
    found = task(
        text="Mend the gate.",
        due="2024-06-18",
        owners=["Ann Lee"],
        then=["2024-04-09 carried"],
        body="St. Anne Council",
    )
    assert {key: value for key, value in found.items() if key != "uuid"} == {
        "status": "pending",
        "description": "Mend the gate.",
        "project": "St Anne Council",
        "entry": "20240306T120000Z",
        "modified": "20240409T120000Z",
        "due": "20240618T120000Z",
        "tags": ["Ann_Lee"],
        "annotations": [
            {"entry": "20240306T120000Z", "description": "raised: Mend the gate."},
            {"entry": "20240409T120001Z", "description": "carried: Mend the gate."},
        ],
    }


@pytest.mark.parametrize(
    ("state", "status", "dates"),
    [
        ("open", "pending", set()),
        ("in_progress", "pending", {"start"}),
        ("proposed", "pending", {"start"}),
        ("closed", "completed", {"end"}),
        ("withdrawn", "deleted", {"end"}),
        ("superseded", "deleted", {"end"}),
    ],
)
def test_the_status_of_each_state(state: str, status: str, dates: set[str]) -> None:
    found = task(state=state)
    assert found["status"] == status
    assert found.keys() & {"start", "end"} == dates


def test_a_later_import_finds_the_same_task() -> None:
    assert task()["uuid"] == task(state="closed", then=["2024-04-09 closed"])["uuid"]


def assert_same(collection: Collection) -> None:
    """Every action is a task that the format allows."""
    found = written(collection)
    assert len({uuid.UUID(one["uuid"]) for one in found}) == len(collection.actions)
    for one, action in zip(found, collection.actions, strict=True):
        assert one["description"] == safe(action.text)
        assert CONTROL.search("".join(map(str, one.values()))) is None
        undated = (
            {"end"} if not (action.raised.date or any(m.date for m in action.mentions) or action.changes) else set()
        )
        assert REQUIRED[one["status"]] - undated <= one.keys()
        for name in one.keys() & {"entry", "modified", "start", "due", "end"}:
            datetime.datetime.strptime(one[name], "%Y%m%dT%H%M%SZ")
        assert len({note["entry"] for note in one.get("annotations", [])}) == len(one.get("annotations", []))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_every_action_is_a_task_that_the_format_allows(collection: Collection) -> None:
    assert_same(collection)

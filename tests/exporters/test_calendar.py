"""The calendar, read back as a calendar program would."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import pytest
from icalendar import Calendar, Component

from minutes_cli.exporters import to_calendar
from minutes_cli.model.records import HeldMeeting
from minutes_cli.model.tracking import TrackedAction
from tests.tracking.made_actions import tracked
from tests.tracking.test_agenda import held


def written(actions: Sequence[TrackedAction] = (), last: Sequence[HeldMeeting] = ()) -> bytes:
    stream = io.BytesIO()
    to_calendar.write(actions, last, stream)
    return stream.getvalue()


def components(content: bytes, name: str) -> list[Component]:
    return list(Calendar.from_ical(content).walk(name))


def todo(**row: Any) -> Component:
    (found,) = components(written([tracked({"raised": "2024-03-06", **row})]), "VTODO")
    return found


def test_a_task_says_what_by_when_whose_and_whence() -> None:
    found = todo(text="Mend; the gate, soon.", due="2024-06-18", owners=["Ann Lee"], number="A17")
    assert found["summary"] == "A17 Mend; the gate, soon."
    assert found.decoded("due") == datetime.date(2024, 6, 18)
    assert str(found["description"]).splitlines() == [
        "Owner: Ann Lee",
        "Raised: Council, 6 Mar 2024",
        "“Mend; the gate, soon.”",
    ]


@pytest.mark.parametrize(
    ("state", "status"), [("open", "NEEDS-ACTION"), ("in_progress", "IN-PROCESS"), ("proposed", "IN-PROCESS")]
)
def test_the_state_is_one_that_calendars_know(state: str, status: str) -> None:
    assert todo(state=state)["status"] == status


@pytest.mark.parametrize("state", ["closed", "withdrawn", "superseded"])
def test_what_is_settled_is_no_task(state: str) -> None:
    assert b"VTODO" not in written([tracked({"raised": "2024-03-06", "state": state})])


def test_a_later_mention_or_change_is_a_newer_version_of_the_same_task() -> None:
    before = todo()
    later = todo(then=["2024-04-09 carried"])
    changed = todo(then=["2024-04-09 carried"], changes=[{"date": "2024-05-01", "kind": "due", "value": "2024-07-01"}])
    assert before["uid"] == later["uid"] == changed["uid"]
    assert [one["sequence"] for one in (before, later, changed)] == [0, 1, 2]
    stamps = [one.decoded("dtstamp").date().isoformat() for one in (before, later, changed)]
    assert stamps == ["2024-03-06", "2024-04-09", "2024-05-01"]


def test_a_next_meeting_is_an_event_at_its_place() -> None:
    last = held("2024-06-12", next_date="2024-07-10", next_time="19:00", next_venue="Town Hall")
    (event,) = components(written(last=[last]), "VEVENT")
    assert event.decoded("dtstart") == datetime.datetime(2024, 7, 10, 19, 0)
    assert (event["summary"], event["location"]) == ("Council", "Town Hall")
    day = held("2024-06-12", next_date="2024-07-10", next_kind="Annual meeting", body=None)
    (event,) = components(written(last=[day]), "VEVENT")
    assert event.decoded("dtstart") == datetime.date(2024, 7, 10)
    assert event["summary"] == "Annual meeting"


@pytest.mark.parametrize("following", [None, "2024-06-12", "2024-05-01", "in July"])
def test_no_event_without_a_later_date(following: str | None) -> None:
    assert b"VEVENT" not in written(last=[held("2024-06-12", next_date=following)])


def test_the_same_data_gives_the_same_file_and_text_cannot_break_out_of_it() -> None:
    actions = [tracked({"raised": None, "text": "Go\r\nEND:VTODO\r\nBEGIN:VEVENT\x00", "owners": ["a\nb:c"]})]
    assert written(actions) == written(actions)
    assert len(components(written(actions), "VTODO")) == 1
    assert components(written(actions), "VEVENT") == []

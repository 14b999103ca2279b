"""The calendar, read back as a calendar program would."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar, Component

from minutes_cli.exporters import to_calendar
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Meeting, Minutes, NextMeeting, Source
from minutes_cli.model.tracking import TrackedAction
from minutes_cli.text.safe import CONTROL, safe
from tests.exporters.generated import collections
from tests.tracking.made_actions import tracked

SOURCE = Source(file="a.pdf", sha256="0" * 64, media_type="application/pdf", profile="generic")


def held(day: str, body: str | None = "Council", **following: str | None) -> Minutes:
    return Minutes(source=SOURCE, meeting=Meeting(body=body, date=day), next_meeting=NextMeeting(**following))


def written(actions: Sequence[TrackedAction] = (), meetings: Sequence[Minutes] = ()) -> bytes:
    stream = io.BytesIO()
    to_calendar.write(Collection(meetings=tuple(meetings), actions=tuple(actions)), stream)
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
    ("state", "status"),
    [
        ("open", "NEEDS-ACTION"),
        ("in_progress", "IN-PROCESS"),
        ("proposed", "IN-PROCESS"),
        ("closed", "COMPLETED"),
        ("withdrawn", "CANCELLED"),
        ("superseded", "CANCELLED"),
    ],
)
def test_the_state_is_one_that_calendars_know(state: str, status: str) -> None:
    assert todo(state=state)["status"] == status


def test_what_is_done_is_the_same_task_completed_on_the_day_of_which_the_minutes_tell() -> None:
    found = todo(state="closed", then=["2024-04-09 closed"])
    assert found["uid"] == todo()["uid"]
    assert found.decoded("completed").date() == datetime.date(2024, 4, 9)
    assert "completed" not in todo(state="withdrawn")


def test_a_later_mention_or_change_is_a_newer_version_of_the_same_task() -> None:
    before = todo()
    later = todo(then=["2024-04-09 carried"])
    changed = todo(then=["2024-04-09 carried"], changes=[{"date": "2024-05-01", "kind": "due", "value": "2024-07-01"}])
    assert before["uid"] == later["uid"] == changed["uid"]
    assert [one["sequence"] for one in (before, later, changed)] == [0, 1, 2]
    stamps = [one.decoded("dtstamp").date().isoformat() for one in (before, later, changed)]
    assert stamps == ["2024-03-06", "2024-04-09", "2024-05-01"]


def test_a_next_meeting_is_an_event_at_its_place() -> None:
    (event,) = components(
        written(meetings=[held("2024-06-12", date="2024-07-10", time="19:00", venue="Hall")]), "VEVENT"
    )
    assert event.decoded("dtstart") == datetime.datetime(2024, 7, 10, 19, 0)
    assert (event["summary"], event["location"]) == ("Council", "Hall")
    day = held("2024-06-12", body=None, date="2024-07-10", kind="Annual meeting")
    (event,) = components(written(meetings=[day]), "VEVENT")
    assert event.decoded("dtstart") == datetime.date(2024, 7, 10)
    assert event["summary"] == "Annual meeting"


@pytest.mark.parametrize("following", [None, "2024-06-12", "2024-05-01", "in July"])
def test_no_event_without_a_later_date(following: str | None) -> None:
    assert b"VEVENT" not in written(meetings=[held("2024-06-12", date=following)])


def test_of_each_body_only_what_its_last_meeting_names() -> None:
    meetings = [held("2024-05-01", date="2024-06-12"), held("2024-06-01", "Panel", date="2024-09-01")]
    meetings += [held("2024-06-12", date="2024-07-10")]
    events = components(written(meetings=meetings), "VEVENT")
    assert [event.decoded("dtstart").isoformat() for event in events] == ["2024-07-10", "2024-09-01"]


def test_where_corrected_minutes_name_another_day_the_event_moves() -> None:
    first, corrected = held("2024-06-12", date="2024-07-10"), held("2024-06-12", date="2024-07-17")
    before, after = (components(written(meetings=[one]), "VEVENT")[0] for one in (first, corrected))
    assert before["uid"] == after["uid"]


def test_two_actions_alike_stay_two_tasks() -> None:
    found = components(written([tracked({"raised": "2024-03-06"}), tracked({"raised": "2024-03-06"})]), "VTODO")
    assert len({one["uid"] for one in found}) == 2


def assert_same(collection: Collection) -> None:
    """A calendar program finds every action with its words."""
    content = written(collection.actions, collection.meetings)
    assert CONTROL.search(content.decode().replace("\r\n ", "").replace("\r\n", "")) is None
    found = components(content, "VTODO")
    assert len({one["uid"] for one in found}) == len(collection.actions)
    for one, action in zip(found, collection.actions, strict=True):
        assert str(one["summary"]) == " ".join(filter(None, (action.number, safe(action.text))))
        assert (one.decoded("due").isoformat() if "due" in one else None) == action.due
    assert len(components(content, "VEVENT")) <= len(collection.meetings)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_a_calendar_program_finds_every_action_with_its_words(collection: Collection) -> None:
    assert_same(collection)


def test_the_same_data_gives_the_same_file_and_text_cannot_break_out_of_it() -> None:
    actions = [tracked({"raised": None, "text": "Go\r\nEND:VTODO\r\nBEGIN:VEVENT\x00", "owners": ["a\nb:c"]})]
    assert written(actions) == written(actions)
    assert len(components(written(actions), "VTODO")) == 1
    assert components(written(actions), "VEVENT") == []

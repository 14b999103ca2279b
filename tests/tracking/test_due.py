"""Which actions are due by when, and which meeting of a body was the last."""

from __future__ import annotations

import datetime

from minutes_cli.tracking.due import due_by, last_meetings
from tests.tracking.made_actions import tracked
from tests.tracking.test_agenda import held

ROWS = [
    {"text": "later", "due": "2024-08-01"},
    {"text": "overdue", "due": "2024-05-01"},
    {"text": "on the last day", "due": "2024-07-14", "state": "proposed"},
    {"text": "some time"},
    {"text": "in a month", "due": "2024-07"},
    {"text": "done", "due": "2024-07-01", "state": "closed"},
]


def test_overdue_ones_first_and_none_without_a_date() -> None:
    actions = [tracked({"raised": "2024-03-06", **row}) for row in ROWS]
    assert [action.text for action in due_by(actions, None)] == ["overdue", "on the last day", "later"]
    until = datetime.date(2024, 7, 14)
    assert [action.text for action in due_by(actions, until)] == ["overdue", "on the last day"]


def test_the_last_meeting_of_each_body() -> None:
    meetings = [held("2024-05-01"), held("2024-05-08", body="Panel"), held("2024-06-01"), held(None)]
    assert [(one.body, one.date) for one in last_meetings(meetings)] == [
        ("Council", "2024-06-01"),
        ("Panel", "2024-05-08"),
    ]

"""Which actions are due by when."""

from __future__ import annotations

import datetime

from minutes_cli.tracking.due import due_by
from tests.tracking.made_actions import tracked

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

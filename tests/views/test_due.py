"""What is due as a terminal shows it."""

from __future__ import annotations

import datetime

import pytest

from minutes_cli.text.safe import CONTROL
from minutes_cli.tracking.due import due_by
from minutes_cli.views.due import due_list
from tests.tracking.made_actions import tracked
from tests.views.shown import HOSTILE, same_as_snapshot, shown

DAY = datetime.date(2024, 6, 30)
ROWS = [
    {"raised": "2024-06-10", "due": "2024-06-29", "owners": ["Ann Lee", "Bo Poe"], "number": "A3", "item": "2.1"},
    {"raised": "2024-06-10", "due": "2024-06-30", "text": "Write to the school about the crossing and the buses."},
    {"raised": "2023-01-10", "due": "2024-07-01", "slips": 2, "number": "A17", "owners": ["The Head of Grounds"]},
    {"raised": "2024-06-10", "due": "2025-01-01"},
]


@pytest.mark.parametrize("width", [80, 120])
def test_the_list_looks_as_it_did(width: int) -> None:
    same_as_snapshot(due_list(due_by(map(tracked, ROWS, range(4)), None), DAY), "due", width)


def test_text_of_documents_is_harmless() -> None:
    row = {
        "raised": None,
        "due": "2024-06-01",
        "text": HOSTILE,
        "owners": [HOSTILE],
        "number": HOSTILE,
        "body": HOSTILE,
    }
    text = shown(due_list([tracked(row)], DAY), 120)
    assert CONTROL.search(text.replace("\n", "")) is None
    assert "\\x1b" in text

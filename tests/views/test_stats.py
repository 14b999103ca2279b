"""Figures of actions as a terminal shows them."""

from __future__ import annotations

import datetime

import pytest

from minutes_cli.text.safe import CONTROL
from minutes_cli.tracking.stats import stats
from minutes_cli.views.stats import stats_view
from tests.tracking.made_actions import tracked
from tests.views.shown import HOSTILE, same_as_snapshot, shown

DAY = datetime.date(2024, 6, 30)
ROWS = [
    {"raised": "2024-06-10", "due": "2024-06-20", "owners": ["Ann Lee", "Bo Poe"], "then": ["2024-06-20 carried"]},
    {"raised": "2024-06-10", "owners": ["Ann Lee"]},
    {"raised": "2023-01-10", "owners": ["Head of Grounds, Trees, Footpaths and Allotments"], "slips": 2},
    {"raised": "2024-01-10", "state": "closed", "then": ["2024-02-10 closed"]},
    {"raised": "2024-01-10", "state": "closed", "then": ["2024-05-10 closed"]},
    {"raised": "2024-05-10", "body": "Planning Panel"},
]


@pytest.mark.parametrize("width", [80, 120])
def test_figures_look_as_they_did(width: int) -> None:
    same_as_snapshot(stats_view(stats(map(tracked, ROWS), DAY)), "stats", width)


def test_many_owners_fit_and_text_of_documents_is_harmless() -> None:
    rows = [{"raised": "2024-06-10", "owners": [f"Owner {n:02}", HOSTILE * 3], "body": HOSTILE} for n in range(40)]
    text = shown(stats_view(stats(map(tracked, rows), DAY)), 60)
    assert max(map(len, text.splitlines())) <= 60
    assert CONTROL.search(text.replace("\n", "")) is None
    assert "others" in text

"""Decisions of many meetings as a terminal shows them."""

from __future__ import annotations

import pytest

from minutes_cli.model.minutes import Votes
from minutes_cli.model.records import TakenDecision
from minutes_cli.text.safe import CONTROL
from minutes_cli.views.decisions import taken_decisions
from tests.tracking.made_actions import sitting
from tests.views.shown import HOSTILE, same_as_snapshot, shown

FOUND = [
    TakenDecision(
        id="d1",
        text="That the minutes of the meeting held on 13 June be signed as a true record of what was said.",
        outcome="carried",
        mover="Roe",
        seconder="Poe",
        votes=Votes(for_=5, against=1),
        item="4",
        page=2,
        taken=sitting("2024-07-11"),
    ),
    TakenDecision(id="d2", text="To sell the car park.", outcome="deferred", line=41, taken=sitting("2024-07-11")),
    TakenDecision(id="d3", text="The report was noted.", taken=sitting(None)),
]


@pytest.mark.parametrize("width", [80, 120])
def test_decisions_look_as_they_did(width: int) -> None:
    same_as_snapshot(taken_decisions(FOUND), "decisions", width)


def test_text_of_documents_is_harmless() -> None:
    where = sitting(None).model_copy(update={"meeting": HOSTILE})
    text = shown(taken_decisions([TakenDecision(id="d", text=HOSTILE, mover=HOSTILE, item=HOSTILE, taken=where)]), 120)
    assert CONTROL.search(text.replace("\n", "")) is None
    assert "\\x1b" in text

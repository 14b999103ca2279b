"""Matters arising: cases/agenda.yml tells what is said of each action."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli.model.records import HeldMeeting
from minutes_cli.tracking.agenda import matters_arising
from tests.tracking.made_actions import tracked

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "agenda.yml").read_text(encoding="utf-8"))
DAY = datetime.date(2024, 6, 30)


def held(date: str | None, **more: Any) -> HeldMeeting:
    counts = dict.fromkeys(("attendees", "items", "actions", "decisions"), 0)
    row = {"key": "1", "date": date, "body": "Council", "file": "a.pdf", "path": "a.pdf", "sha256": "0", "added": ""}
    return HeldMeeting.model_validate({**row, **counts, **more})


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_what_is_said_of_an_action(case: dict[str, Any]) -> None:
    (matter,) = matters_arising([held("2024-06-12")], [tracked(case["given"])], DAY).matters
    data = matter.model_dump()
    assert {key: data[key] for key in case["expect"]} == case["expect"]


def test_only_what_is_still_to_be_done_is_on_the_agenda() -> None:
    states = ("open", "closed", "in_progress", "withdrawn", "proposed", "superseded")
    rows = [{"raised": "2024-03-06", "text": state, "state": state} for state in states]
    found = matters_arising([held("2024-06-12")], map(tracked, rows), DAY)
    assert [matter.text for matter in found.matters] == ["open", "in_progress", "proposed"]


@pytest.mark.parametrize(
    ("meetings", "date", "last"),
    [
        ([], None, None),
        ([held(None)], None, None),
        (
            [held("2024-05-01", next_date="2024-06-12"), held("2024-06-12", next_date="2024-07-10")],
            "2024-07-10",
            "2024-06-12",
        ),
        ([held("2024-06-12", next_date="2024-06-12")], None, "2024-06-12"),
        ([held("2024-06-12"), held(None, next_date="2024-08-01")], None, "2024-06-12"),
    ],
)
def test_the_last_minutes_tell_of_the_next_meeting(
    meetings: list[HeldMeeting], date: str | None, last: str | None
) -> None:
    found = matters_arising(meetings, [], DAY)
    assert (found.date, found.last and found.last.date) == (date, last)

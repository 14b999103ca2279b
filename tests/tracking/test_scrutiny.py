"""Pillars over time: cases/pillars.yml."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli.model.records import DiscussedItem, HeldMeeting
from minutes_cli.model.scrutiny import PillarHistory
from minutes_cli.tracking.scrutiny import MOST_MEETINGS, pillar_histories
from tests.tracking.made_actions import sitting
from tests.tracking.test_agenda import held

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "pillars.yml").read_text(encoding="utf-8"))


def histories(given: dict[Any, list[str]]) -> list[PillarHistory]:
    items: list[DiscussedItem] = []
    meetings: list[HeldMeeting] = []
    for date, rows in given.items():
        meetings.append(held(str(date) if date else None))
        for row in rows:
            names, _, said = row.strip().partition(":")
            level = 1 + len(row) - len(row.lstrip())
            pillars = tuple(filter(None, names.split(", ")))
            items.append(
                DiscussedItem(
                    sitting=sitting(date), body="Council", title=row, level=level, pillars=pillars, exchanges=int(said)
                )
            )
    return pillar_histories(items, meetings)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_pillars(case: dict[str, Any]) -> None:
    rows = [
        [
            row.pillar,
            f"{row.scrutinised}/{row.meetings}",
            datetime.date.fromisoformat(row.last) if row.last else None,
            row.untouched,
            row.items,
            row.exchanges,
            " ".join(f"{period.items}·{period.exchanges}" for period in row.periods),
        ]
        for row in histories(case["given"])
    ]
    assert rows == case["expect"]


def test_many_meetings_are_told_by_quarters() -> None:
    dates = [f"{2023 + n // 12}-{n % 12 + 1:02}-10" for n in range(MOST_MEETINGS + 1)]
    (row,) = histories({date: ["Protect: 2"] for date in dates})
    assert [(period.name, period.meetings, period.exchanges) for period in row.periods] == [
        ("2023 Q1", 3, 6),
        ("2023 Q2", 3, 6),
        ("2023 Q3", 3, 6),
        ("2023 Q4", 3, 6),
        ("2024 Q1", 1, 2),
    ]

"""Figures of actions: cases/stats.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli.tracking.stats import stats
from tests.tracking.made_actions import tracked

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "stats.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_figures(case: dict[str, Any]) -> None:
    (found,) = stats([tracked(row, number) for number, row in enumerate(case["given"])], case["day"])
    data = found.model_dump()
    assert {key: data[key] for key in case["expect"]} == case["expect"]
    for key in ("owners", "ages", "carried"):
        if key in case:
            assert [f"{share['name']} {share['unsettled']} {share['overdue']}" for share in data[key]] == case[key]
    if "closing" in case:
        assert found.closing is not None
        assert [found.closing.lower, found.closing.median, found.closing.upper] == case["closing"]


def test_bodies_are_counted_apart_and_no_actions_have_no_figures() -> None:
    day = CASES[0]["day"]
    rows = [{"raised": day, "body": body} for body in ("Town Council", "Planning Panel", "Town Council.")]
    assert [(one.body, one.actions) for one in stats(map(tracked, rows), day)] == [
        ("Town Council", 2),
        ("Planning Panel", 1),
    ]
    assert stats([], day) == []

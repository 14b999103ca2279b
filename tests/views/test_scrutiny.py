"""Pillars over time as a terminal shows them."""

from __future__ import annotations

import pytest

from minutes_cli.text.safe import CONTROL
from minutes_cli.views.scrutiny import pillars_over_time
from tests.tracking.test_scrutiny import histories
from tests.views.shown import HOSTILE, same_as_snapshot, shown

YEAR = {f"2024-{month:02}-10": ["Supporting victims and witnesses: 4", "Listen: 12"] for month in range(1, 7)}
LATER = {f"2024-{month:02}-10": ["Listen: 1"] for month in range(7, 11)}


@pytest.mark.parametrize("width", [80, 120])
def test_pillars_look_as_they_did(width: int) -> None:
    same_as_snapshot(pillars_over_time(histories({**YEAR, **LATER}), 3), "pillars-over-time", width)


@pytest.mark.parametrize(("width", "years"), [(50, 1), (80, 25), (120, 25)])
def test_the_newest_columns_are_kept(width: int, years: int) -> None:
    dates = [f"{2000 + year}-{month:02}-10" for year in range(years) for month in range(1, 13)]
    text = shown(pillars_over_time(histories({date: ["Listen: 100"] for date in dates}), 3), width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    assert str(2000 + years - 1) in text
    assert "left out here" in text


def test_text_of_documents_is_harmless() -> None:
    text = shown(pillars_over_time(histories({"2024-01-10": [HOSTILE.replace(":", "") + ": 1"], "2024-02-10": []}), 1))
    assert CONTROL.search(text.replace("\n", "")) is None
    assert "\\x1b" in text

"""Several meetings in one file: tables in cases/several.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse, parse_all
from minutes_cli.model.minutes import Minutes

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "several.yml").read_text(encoding="utf-8"))


def gist(minutes: Minutes, lines: list[int]) -> dict[str, Any]:
    """Date, titles and actions; `lines` where all of its evidence stands between them."""
    places = [one.line for one in minutes.evidence if one.line is not None]
    return {
        "date": minutes.meeting.date,
        "items": [item.title for item in minutes.items],
        "actions": [action.text for action in minutes.actions],
        "lines": lines if lines[0] <= min(places) and max(places) <= lines[1] else [min(places), max(places)],
    }


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_meetings_in_one_file(case: dict[str, Any]) -> None:
    found = parse_all(case["given"].encode(), name="minutes.txt")
    assert len(found) == len(case["expect"])
    assert [gist(one, want["lines"]) for one, want in zip(found, case["expect"], strict=True)] == case["expect"]
    numbers = [(one.source.part, one.source.parts) for one in found]
    several = len(found) > 1
    assert numbers == [(n, len(found)) if several else (None, None) for n in range(1, len(found) + 1)]


def test_parse_gives_the_first_meeting_that_was_held() -> None:
    pack = next(case for case in CASES if "agenda" in case["why"])["given"].encode()
    assert parse(pack, name="minutes.txt").meeting.date == "2023-05-04"

"""What the parser makes of small minutes: tables in cases/, one file a part of the data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse

CASES = Path(__file__).parent / "cases"


def cases(part: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{part}.yml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["why"][:60]) for row in rows]


def read(case: dict[str, Any]) -> dict[str, Any]:
    name = f"minutes{case.get('suffix', '.txt')}"
    return parse(case["given"].encode(), name=name).model_dump(mode="json", by_alias=True)


def only(asked: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Of `data` what the case asks for; owners as they are written."""
    found = {key: data[key] for key in asked}
    if "owners" in found:
        found["owners"] = [owner["as_written"] for owner in found["owners"]]
    return found


@pytest.mark.parametrize("case", cases("meeting"))
def test_the_meeting(case: dict[str, Any]) -> None:
    assert only(case["expect"], read(case)["meeting"]) == case["expect"]


@pytest.mark.parametrize("case", cases("items"))
def test_items(case: dict[str, Any]) -> None:
    assert [[item["number"], item["title"]] for item in read(case)["items"]] == case["expect"]


@pytest.mark.parametrize(
    ("part", "case"),
    [
        pytest.param(part, *case.values, id=f"{part}-{case.id}")
        for part in ("attendance", "actions", "decisions")
        for case in cases(part)
    ],
)
def test_lists(part: str, case: dict[str, Any]) -> None:
    rows = read(case)["attendees" if part == "attendance" else part]
    expected = case["expect"]
    assert len(rows) == len(expected), rows
    assert [only(asked, row) for asked, row in zip(expected, rows, strict=True)] == expected


@pytest.mark.parametrize("case", cases("next_meeting"))
def test_the_next_meeting(case: dict[str, Any]) -> None:
    found = read(case)["next_meeting"]
    if case["expect"] is None:
        assert found is None
    else:
        assert found is not None
        assert only(case["expect"], found) == case["expect"]


@pytest.mark.parametrize("case", cases("exchanges"))
def test_exchanges(case: dict[str, Any]) -> None:
    found = [(item, exchange) for item in read(case)["items"] for exchange in item["exchanges"]]
    ids = [exchange["id"] for _, exchange in found]
    rows = [
        {
            **exchange,
            "item": item["number"],
            "speaker": exchange["speaker"]["name"],
            "as_written": exchange["speaker"]["as_written"],
            "answers": ids.index(exchange["answers"]) if exchange["answers"] else None,
        }
        for item, exchange in found
    ]
    assert [only(asked, row) for asked, row in zip(case["expect"], rows, strict=True)] == case["expect"]


@pytest.mark.parametrize("case", cases("commitments"))
def test_commitments(case: dict[str, Any]) -> None:
    data = read(case)
    actions = {action["id"]: action["text"] for action in data["actions"]}
    rows = [{**row, "by": row["by"]["name"], "action": actions.get(row["action"])} for row in data["commitments"]]
    assert [only(asked, row) for asked, row in zip(case["expect"], rows, strict=True)] == case["expect"]

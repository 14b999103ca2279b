"""What differs after an edit to minutes: tables in cases/. Every planted edit is found, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse
from minutes_cli.comparing import compare
from minutes_cli.model.differences import Difference, FieldChange
from tests.corpus import FIXTURES

CASES = Path(__file__).parent / "cases"
MARKS = {"removed": "[-{}-]", "added": "{{+{}+}}"}


def cases(name: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["why"][:60]) for row in rows]


def given(case: dict[str, Any]) -> str:
    path = FIXTURES / case["in"] if "in" in case else CASES / "minutes.txt"
    return path.read_text(encoding="utf-8")


def edited(case: dict[str, Any]) -> str:
    text = given(case)
    if "swap" in case:
        first, second, end = (text.index(head) for head in case["swap"])
        text = text[:first] + text[second:end] + text[first:second] + text[end:]
    for old, new in case["edits"]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def told(one: Difference) -> dict[str, Any]:
    """As the tables write it."""
    row: dict[str, Any] = {"entry": f"{one.part} {one.how}"}
    if one.part not in ("meeting", "next_meeting"):
        row["what"] = one.what
    if one.number:
        row["number"] = one.number
    for change in one.fields:
        row[change.field if change.field != "number" else "number_"] = values(change)
    return row


def values(change: FieldChange) -> Any:
    if change.runs:
        return " ".join(MARKS[run.how].format(run.text.strip()) for run in change.runs if run.how != "same")
    return [change.old, change.new]


def differences(old: str, new: str) -> list[dict[str, Any]]:
    before, after = (parse(text.encode(), name="minutes.txt") for text in (old, new))
    return [told(one) for one in compare(before, after).differences]


@pytest.mark.parametrize("case", cases("edits"))
def test_an_edit_is_found_and_nothing_else(case: dict[str, Any]) -> None:
    assert differences(given(case), edited(case)) == case["expect"]


@pytest.mark.parametrize("case", cases("edits"))
def test_the_other_way_round_as_much_differs(case: dict[str, Any]) -> None:
    there, back = differences(given(case), edited(case)), differences(edited(case), given(case))
    turned = {"added": "removed", "removed": "added"}
    kinds = [" ".join(turned.get(word, word) for word in str(row["entry"]).split()) for row in back]
    assert sorted(kinds) == sorted(str(row["entry"]) for row in there)


@pytest.mark.parametrize("case", cases("settings"))
def test_another_setting_is_no_difference(case: dict[str, Any]) -> None:
    assert differences(given(case), edited(case)) == []

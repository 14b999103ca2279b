"""Where two readings compete, the value is graded ambiguous and names the other: cases/doubt.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse
from minutes_cli.model.pointer import look_up

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "doubt.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_a_doubtful_value_names_its_rival(case: dict[str, Any]) -> None:
    minutes = parse(case["given"].encode(), name="minutes.txt")
    data = minutes.model_dump(mode="json", by_alias=True)
    proof = {evidence.path: evidence for evidence in minutes.evidence}
    found = {
        path: [look_up(data, path), proof[path].grade, [other.value for other in proof[path].alternatives]]
        for path in case["expect"]
    }
    assert found == case["expect"]

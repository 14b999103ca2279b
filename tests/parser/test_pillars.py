"""Items by pillar of the plan, and what is told of the tags: tables in cases/pillars.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "pillars.yml").read_text(encoding="utf-8"))
CODES = ("pillars-expanded", "unknown-pillar", "pillar-spelling")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_pillars(case: dict[str, Any], tmp_path: Path) -> None:
    profile = tmp_path / "ours.toml"
    profile.write_text(case.get("profile", 'extends = "pcc"'), encoding="utf-8")
    minutes = parse(case["given"].encode(), name="minutes.txt", profile=str(profile))
    numbers = {item.id: item.number for item in minutes.items}
    assert [[pillar.name, [numbers[id_] for id_ in pillar.items]] for pillar in minutes.pillars] == case["expect"]
    told = [one for one in minutes.diagnostics if one.code in CODES]
    assert [{key: getattr(one, key) for key in ("code", "path", "message")} for one in told] == case["told"]

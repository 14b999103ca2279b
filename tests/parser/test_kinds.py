"""Agendas and templates are told from minutes: tables in cases/kinds.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "kinds.yml").read_text(encoding="utf-8"))
CODES = ("agenda", "template", "placeholder")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_kinds(case: dict[str, Any]) -> None:
    found = parse(case["given"].encode(), name="minutes.txt").diagnostics
    assert [{"code": one.code, "line": one.line} for one in found if one.code in CODES] == case["expect"]

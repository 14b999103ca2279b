"""Slips of the writer that minutes are told of: tables in cases/slips.yml, text in, diagnostics out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "slips.yml").read_text(encoding="utf-8"))
# Said of nearly every short text, and no slip of its writer.
OTHER = ("inferred", "ambiguous", "no-date", "no-attendance", "no-items", "date-year-inferred")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_slips(case: dict[str, Any]) -> None:
    found = parse(case["given"].encode(), name="minutes.txt").diagnostics
    asked = ("code", "path", "line", "message")
    assert [{key: getattr(one, key) for key in asked} for one in found if one.code not in OTHER] == case["expect"]

"""todo.txt: cases/todo.yml."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli.exporters.records import write_records
from minutes_cli.exporters.records.tables import ACTIONS
from tests.tracking.made_actions import tracked

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "todo.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_a_line(case: dict[str, Any]) -> None:
    stream = io.BytesIO()
    write_records([tracked(case["given"])], ACTIONS, stream, "todo.txt")
    assert stream.getvalue().decode() == case["expect"] + "\n"

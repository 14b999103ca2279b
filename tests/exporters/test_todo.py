"""todo.txt: cases/todo.yml."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from minutes_cli.exporters import to_todo
from minutes_cli.exporters.records import write_records
from minutes_cli.exporters.records.tables import ACTIONS
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import UNSETTLED
from minutes_cli.text.safe import CONTROL, safe
from tests.exporters.generated import collections
from tests.tracking.made_actions import tracked

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "todo.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_a_line(case: dict[str, Any]) -> None:
    stream = io.BytesIO()
    write_records([tracked(case["given"])], ACTIONS, stream, "todo.txt")
    assert stream.getvalue().decode() == case["expect"] + "\n"


def assert_same(collection: Collection) -> None:
    """Every action is one line, and done where it is settled."""
    stream = io.BytesIO()
    to_todo.write(collection, stream)
    lines = stream.getvalue().decode().split("\n")
    assert lines.pop() == ""
    for line, action in zip(lines, collection.actions, strict=True):
        assert CONTROL.search(line) is None
        assert safe(action.text) in line
        assert line.startswith("x ") == (action.state not in UNSETTLED)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_every_action_is_one_line_and_done_where_it_is_settled(collection: Collection) -> None:
    assert_same(collection)

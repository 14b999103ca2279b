"""The formats of tables over the data of all documents at hand: the fixtures, and real minutes where there are any."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from minutes_cli import load
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.tracking.follow import follow
from minutes_cli.tracking.meetings import in_order
from tests.corpus import FIXTURES, annotated
from tests.exporters import test_csv_tables, test_parquet, test_sqlite, test_xlsx


@cache
def everything() -> Collection:
    read = [one for path in sorted(FIXTURES.glob("*.expected.json")) for one in _meetings(path)]
    read += [Minutes.model_validate(one.found) for one in annotated()]
    meetings = in_order(read)
    return Collection(meetings=tuple(meetings), actions=tuple(follow(meetings)))


def _meetings(path: Path) -> list[Minutes]:
    """The meetings of a fixture: one object, or of several one a line."""
    text = path.read_text(encoding="utf-8")
    return [load(line) for line in (text.splitlines() if text.startswith('{"') else [text])]


@pytest.mark.parametrize(
    "tests", [test_csv_tables, test_sqlite, test_parquet, test_xlsx], ids=["csv", "sqlite", "parquet", "xlsx"]
)
def test_independent_readers_find_all_that_was_read(tests: ModuleType) -> None:
    assert len(everything().meetings) > 10
    tests.assert_same(everything())

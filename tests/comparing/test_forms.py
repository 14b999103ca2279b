"""Several forms of one document say the same."""

from __future__ import annotations

from itertools import combinations

import pytest

from minutes_cli import parse
from minutes_cli.comparing import compare
from tests.corpus import FIXTURES

TWINS = [
    *combinations([f"harrowvale-pcc-2024-03.{form}" for form in ("docx", "pdf", "txt")], 2),
    ("wexcombe-chess-2023-autumn.docx", "wexcombe-chess-2023-autumn.txt"),
]


@pytest.mark.parametrize(("one", "two"), TWINS)
def test_forms_of_one_document_do_not_differ(one: str, two: str) -> None:
    assert compare(parse(FIXTURES / one), parse(FIXTURES / two)).differences == ()

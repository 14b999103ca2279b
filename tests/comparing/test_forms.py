"""Several forms of one document say the same, fixtures and, where they are at hand, real documents."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from minutes_cli import parse
from minutes_cli.comparing import compare
from tests.corpus import documents


def twins() -> list[tuple[Path, Path]]:
    """Documents of one name in several formats, or set in several ways."""
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in documents():
        groups[path.stem.removesuffix("-itemrows")].append(path)
    return [pair for paths in groups.values() for pair in combinations(paths, 2)]


@pytest.mark.parametrize(("one", "two"), [pytest.param(*pair, id=" ".join(p.name for p in pair)) for pair in twins()])
def test_forms_of_one_document_do_not_differ(one: Path, two: Path) -> None:
    assert compare(parse(one), parse(two)).differences == ()

"""Every value names the rule that read it, and every rule has an explanation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse
from minutes_cli.errors import NoTextError
from minutes_cli.model.document import Document, Line, Paragraph
from minutes_cli.model.minutes import Minutes
from minutes_cli.model.rules import RULES
from minutes_cli.parser import parse_document
from minutes_cli.profiles import choose_profile
from tests.corpus import FOLDER, documents

CASES = Path(__file__).parent / "cases"


def cases(part: str) -> list[Any]:
    return list(yaml.safe_load((CASES / f"{part}.yml").read_text(encoding="utf-8")))


def read(case: dict[str, Any]) -> Minutes:
    return parse(case["given"].encode(), name=f"minutes{case.get('suffix', '.txt')}")


def dated_by_its_page_header() -> Minutes:
    header = Paragraph((Line("Ashby Parish Council, 3 May 2023", page=1),), role="header")
    title = Paragraph((Line("Minutes of the meeting", page=1),))
    document = Document((header, title), "application/pdf", pages=1)
    return parse_document(document, "a.pdf", "0" * 64, choose_profile(document, None))


def everything_read() -> Iterator[Minutes]:
    """The cases of this folder, the fixtures and, where they are at hand, the real documents."""
    yield dated_by_its_page_header()
    for table in sorted(CASES.glob("*.yml")):
        yield from map(read, cases(table.stem))
    for path in documents():
        try:
            yield parse(path, ocr="never")
        except NoTextError:
            continue


@cache
def emitted() -> set[str | None]:
    return {evidence.rule for minutes in everything_read() for evidence in minutes.evidence}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in cases("rules")])
def test_a_value_names_its_rule(case: dict[str, Any]) -> None:
    rules = {evidence.path: evidence.rule for evidence in read(case).evidence}
    assert {path: rules.get(path) for path in case["expect"]} == case["expect"]


def test_every_value_is_read_by_a_rule_that_is_explained() -> None:
    assert {rule for rule in emitted() if rule not in RULES} == set()


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the real documents are not at hand")
def test_every_rule_that_is_explained_reads_something() -> None:
    assert set(RULES) - emitted() == set()

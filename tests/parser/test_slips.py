"""Slips of the writer that minutes are told of: tables in cases/slips.yml, text in, diagnostics out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse, readers
from minutes_cli.model.document import Problem
from minutes_cli.parser import parse_document
from minutes_cli.profiles import choose_profile
from minutes_cli.readers.options import Options

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "slips.yml").read_text(encoding="utf-8"))
# Said of nearly every short text, and no slip of its writer.
OTHER = ("inferred", "ambiguous", "no-date", "no-attendance", "no-items", "date-year-inferred")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_slips(case: dict[str, Any]) -> None:
    found = parse(case["given"].encode(), name="minutes.txt").diagnostics
    asked = ("code", "path", "line", "message")
    assert [{key: getattr(one, key) for key in asked} for one in found if one.code not in OTHER] == case["expect"]


def test_where_letters_may_be_misread_none_is_held_against_the_writer() -> None:
    text = b"""Harbour Board minutes, Tuesday 4 May 2023

1. Roads
Op Reset began in March. The chair asked when Op Rest would end.
"""
    document = readers.read(text, "minutes.txt", Options())
    scan = replace(document, problems=(Problem("ocr", "page 1 read by OCR", "info"),))
    codes = [
        [one.code for one in parse_document(seen, "minutes.txt", "0" * 64, choose_profile(seen)).diagnostics]
        for seen in (document, scan)
    ]
    assert ["term-spelling" in found for found in codes] == [True, False]
    assert all("weekday-mismatch" in found for found in codes)

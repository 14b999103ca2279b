"""What is left out of minutes, and what is not: a table in cases/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli.cli import main

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "restricted.yml").read_text(encoding="utf-8"))
HEAD = "# Minutes of the Harbour Trust, 3 March 2025\n\nPresent: Ada Roe (AR), Ben Coldwater (BC)\n\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in CASES])
def test_what_is_left_out(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text(HEAD + case["given"].replace("\n##", "\n\n##"), encoding="utf-8")
    assert main(["redact", str(notes), "--to", "json"]) == 0
    out, err = capsys.readouterr()
    copy = json.loads(out)
    numbers = [item["number"] for item in copy["items"]]
    assert numbers == [line.split()[1].rstrip(".") for line in case["given"].splitlines() if line.startswith("##")]
    partly = [n for n in numbers if f"Part of item {n} is not published" in err]
    assert [n for n in numbers if f"minutes: Item {n} is not published" in err] == case["out"]
    assert partly == case.get("part", [])
    for item in copy["items"]:
        if item["number"] in case["out"]:
            assert (item["paragraphs"], item["exchanges"]) == ([], [])
            assert item["title"].startswith("[Item")
    assert [words for words in case.get("public", []) if words not in out] == []
    assert [words for words in case.get("hidden", []) if words in out] == []

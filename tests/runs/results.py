"""What a run wrote into a folder."""

from __future__ import annotations

import json
from pathlib import Path


def report(folder: Path) -> list[dict[str, object]]:
    """The report but for the times, which differ from run to run."""
    lines = (folder / "report.jsonl").read_text(encoding="utf-8").splitlines()
    return [{key: value for key, value in json.loads(line).items() if key != "seconds"} for line in lines]


def content(folder: Path) -> dict[str, bytes]:
    """All files of a folder but the report, by path."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "report.jsonl")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}

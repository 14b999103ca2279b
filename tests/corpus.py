"""Where real minutes lie: beside the project, or in the folder MINUTES_CORPUS names. Without them tests skip."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from benchmarks.judging import SHARED, Read, read_all

FOLDER = Path(os.environ.get("MINUTES_CORPUS", Path(__file__).parents[1] / ".." / "shared" / "corpus" / "docs"))
FIXTURES = Path(__file__).parents[1] / "fixtures"
_KINDS = {".pdf", ".docx", ".txt", ".md", ".html", ".org"}


def documents() -> list[Path]:
    """The fixtures and, where they are at hand, the real documents; no scans, which not every machine can read."""
    found = [*FIXTURES.iterdir(), *(FOLDER.iterdir() if FOLDER.is_dir() else ())]
    return sorted(
        path for path in found if path.suffix in _KINDS and path.name != "SOURCES.md" and "scan" not in path.stem
    )


@cache
def annotated() -> tuple[Read, ...]:
    """The real documents that were annotated by hand, read once; none where they are not at hand."""
    return tuple(read_all(SHARED))

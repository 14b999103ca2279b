"""The good documents that are changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
# read as pictures, by tesseract: slow, and only where that is installed
PICTURES = ("png", "jpg", "scan")
_FOLDERS = (ROOT / "fixtures", ROOT / "fuzzing" / "seeds")
_KINDS = {"pdf", "docx", "doc", "odt", "html", "md", "txt", "org", "rst", "png", "jpg"}


class Good(NamedTuple):
    """A document that is read without a fault; `kind` is its suffix, but `scan` for a PDF of pictures."""

    name: str
    kind: str
    data: bytes


@cache
def good() -> Mapping[str, list[Good]]:
    """All of them, by kind, in an order that does not change."""
    found: dict[str, list[Good]] = defaultdict(list)
    for folder in _FOLDERS:
        for path in sorted(folder.iterdir()):
            suffix = path.suffix[1:]
            if suffix in _KINDS and path.name not in ("README.md", "SOURCES.md"):
                kind = "scan" if path.name.startswith("scan-") else suffix
                found[kind].append(Good(path.name, kind, path.read_bytes()))
    return found


def suffix_of(kind: str) -> str:
    return "pdf" if kind == "scan" else kind

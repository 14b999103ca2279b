"""Annotated documents beside the project, as read, so that they can be parsed again and again."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any

from benchmarks.judging import SHARED
from minutes_cli import readers
from minutes_cli.errors import InputError
from minutes_cli.model.document import Document
from minutes_cli.profiles import Profile, choose_profile
from minutes_cli.readers.options import Options

GOLD, DOCUMENTS = SHARED / "corpus" / "gold", SHARED / "corpus" / "docs"


@dataclass(frozen=True)
class Example:
    """A document as read, and what it records by hand-made gold."""

    name: str
    document: Document
    profile: Profile
    gold: dict[str, Any]

    @property
    def body(self) -> str:
        """Whose minutes it is: the file's name before "__"."""
        return self.name.split("__")[0]


def need_corpus() -> None:
    """End with a clear line where the annotated documents are not at hand."""
    if not GOLD.is_dir():
        print(f"skipped: needs {SHARED}/corpus (documents with hand-made gold) and its scorer")
        sys.exit(0)


def read_examples() -> list[Example]:
    """Every annotated document that has a text layer, by name."""
    found = []
    for path in sorted(GOLD.glob("*.json")):
        name = path.name.removesuffix(".json")
        try:
            document = readers.read((DOCUMENTS / name).read_bytes(), name, Options())
        except InputError:
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        found.append(Example(name, document, choose_profile(document), gold))
    return found

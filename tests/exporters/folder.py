"""A folder for formats of several files."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path

    def file(self, name: str) -> BinaryIO:
        return (self.path / name).open("wb")

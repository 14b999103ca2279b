"""Patterns of files, written as in a .gitignore."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from minutes_cli.errors import UsageError


class Patterns:
    """Patterns that count from a folder; what lies outside it is matched by no pattern.

    Raises UsageError for what is no pattern.
    """

    def __init__(self, patterns: Sequence[str], folder: Path) -> None:
        for pattern in patterns:
            _require_valid(pattern)
        self._spec, self._folder = GitIgnoreSpec.from_lines(patterns), folder

    def match(self, path: str) -> bool:
        """Whether one of them names the file, or the folder where the path ends with a slash."""
        inside = relative_to(path, self._folder)
        return inside is not None and self._spec.match_file(inside + ("/" if path.endswith("/") else ""))


def _require_valid(pattern: str) -> None:
    try:
        GitIgnoreSpec.from_lines((pattern,))
    except (ValueError, re.error) as error:
        raise UsageError(pattern, "is no pattern of files", "write it as in a .gitignore") from error


def relative_to(path: str, folder: Path) -> str | None:
    """The path from the folder on, with slashes; None where it does not lie in it, links followed or not."""
    real = Path(path)
    real = real.parent.resolve() / real.name
    return _below(path, folder) or _below(str(real), folder.resolve())


def _below(path: str, folder: Path) -> str | None:
    try:
        found = Path(os.path.relpath(path, folder))
    except ValueError:  # on another drive
        return None
    return None if ".." in found.parts[:1] else found.as_posix()

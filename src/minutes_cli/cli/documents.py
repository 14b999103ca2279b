"""The documents that a command line names: files, and those in folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from minutes_cli.errors import InputError, UsageError

# What is taken from a folder; a file named by itself is read whatever it is called.
SUFFIXES = frozenset(
    (".pdf", ".docx", ".docm", ".doc", ".odt", ".txt", ".md", ".markdown", ".html", ".htm", ".org", ".rst")
)
# Folders of other people's work, as package managers name them.
_VENDORED = frozenset(("node_modules", "bower_components", "vendor", "venv", "site-packages", "__pycache__"))


def documents(files: Sequence[str], is_left_out: Callable[[str], bool] = lambda _: False) -> Iterator[str]:
    """The files, and those in folders in the order of their names, each once.

    is_left_out  of the path of a file or folder met in a folder
    Hidden files and folders and those of package managers are left out.
    Raises UsageError for a folder without documents.
    """
    given: set[str] = set()
    for name in files:
        found = [name] if name == "-" or not Path(name).is_dir() else sorted(_within(name, is_left_out), key=_parts)
        if not found:
            raise UsageError(
                name, "no documents in it", "name the minutes themselves; hidden and excluded ones do not count"
            )
        yield from (one for one in found if one == "-" or one not in given)
        given.update(found)


def _within(folder: str, is_left_out: Callable[[str], bool]) -> Iterator[str]:
    for place, folders, names in os.walk(folder, onerror=_refused):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and name not in _VENDORED and not is_left_out(str(Path(place, name)) + "/")
        ]
        for name in names:
            path = Path(place, name)
            # a file that Word has open has a companion of its name with "~$" in front
            wanted = path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$"))
            if wanted and path.is_file() and not is_left_out(str(path)):
                yield str(path)


def _refused(error: OSError) -> None:
    raise InputError(str(error.filename), "the folder cannot be read", "check its permissions") from error


def _parts(name: str) -> tuple[str, ...]:
    return Path(name).parts

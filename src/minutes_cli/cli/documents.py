"""The documents that a command line names: files, and those in folders."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple

from minutes_cli.errors import UsageError
from minutes_cli.text.file_names import is_url

# What is taken from a folder; a file named by itself is read whatever it is called.
SUFFIXES = frozenset(
    (".pdf", ".docx", ".docm", ".doc", ".odt", ".txt", ".md", ".markdown", ".html", ".htm", ".org", ".rst")
)
_NOTHING, _NAME_THEM = "no documents in it", "name the minutes themselves; hidden and excluded ones do not count"
_MAGIC = re.compile(r"[*?\[]")
# Folders of other people's work, as package managers name them.
_VENDORED = frozenset(("node_modules", "bower_components", "vendor", "venv", "site-packages", "__pycache__"))


class Document(NamedTuple):
    """A file to read, and its path below the folder that was named; a file that was named itself has no folder."""

    name: str
    place: str


def documents(files: Sequence[str], is_left_out: Callable[[str], bool] = lambda _: False) -> Iterator[str]:
    """The names of `placed`."""
    return (document.name for document in placed(files, is_left_out))


def placed(files: Sequence[str], is_left_out: Callable[[str], bool] = lambda _: False) -> Iterator[Document]:
    """The files, those in folders in the order of their names, and those that a pattern ("*.pdf") names; each once.

    is_left_out  of the path of a file or folder met in a folder
    Hidden files and folders and those of package managers are left out.
    Raises UsageError for a folder without documents.
    """
    given: set[str] = set()
    for name in _expanded(files):
        found = _found(name, is_left_out)
        if not found:
            raise UsageError(name, _NOTHING, _NAME_THEM)
        yield from (one for one in found if one.name == "-" or one.name not in given)
        given.update(one.name for one in found)


def placed_anywhere(files: Sequence[str]) -> Iterator[Document]:
    """As `placed`; a folder, file or pattern may also be a URL."""
    yield from placed([name for name in files if not is_url(name)])
    there = [one for name in files if is_url(name) for one in _found_remote(name)]
    yield from dict.fromkeys(there)


def _found_remote(url: str) -> list[Document]:
    from minutes_cli.runs.remote import files

    found = [Document(*one) for one in files(url)]
    if found and found[0].name == url:
        return found
    wanted = [one for one in found if _is_wanted(PurePosixPath(one.place))]
    if not wanted:
        raise UsageError(url, _NOTHING, _NAME_THEM)
    return wanted


def _is_wanted(place: PurePosixPath) -> bool:
    is_kept = not any(part.startswith(".") or part in _VENDORED for part in place.parts[:-1])
    return is_kept and _is_document(place)


def _is_document(path: PurePath) -> bool:
    # a file that Word has open has a companion of its name with "~$" in front
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


def _expanded(files: Sequence[str]) -> Iterator[str]:
    """The files; a pattern that the shell left as it is gives what it names, links to folders not followed."""
    for name in files:
        if not _MAGIC.search(name) or os.path.lexists(name):
            yield name
            continue
        parts = Path(name).parts
        fixed = next(number for number, part in enumerate(parts) if _MAGIC.search(part))
        found = sorted(map(str, Path(*parts[:fixed]).glob(str(Path(*parts[fixed:])))))
        yield from found or [name]  # which is told to be no file, and keeps none of the others


def _found(name: str, is_left_out: Callable[[str], bool]) -> list[Document]:
    if name == "-":
        return [Document(name, "stdin")]
    if not os.path.isdir(name):  # noqa: PTH112 (Path fails on names that no file can have)
        return [Document(name, Path(name).name)]
    return [Document(one, os.path.relpath(one, name)) for one in sorted(_within(name, is_left_out), key=_parts)]


def _within(folder: str, is_left_out: Callable[[str], bool]) -> Iterator[str]:
    closed: list[str] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and name not in _VENDORED and not is_left_out(str(Path(place, name)) + "/")
        ]
        for name in names:
            path = Path(place, name)
            # a pipe or a link to nothing is named too: it is told that it cannot be read
            if _is_document(path) and not is_left_out(str(path)):
                yield str(path)
    # a folder that cannot be read is told as a document that cannot, and keeps none of the others
    yield from closed


def _parts(name: str) -> tuple[str, ...]:
    return Path(name).parts

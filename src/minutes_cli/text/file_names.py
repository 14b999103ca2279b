"""Names of files that are made: harmless on every system, each there once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import PurePath

from minutes_cli.text.safe import CONTROL

# what Windows takes in no name, beside control characters
_RESERVED = re.compile(r'[<>:"|?*\\]')
# two letters at least: C:\\ is a drive
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
# what is made of one of several meetings in a file
_PART = re.compile(r"(.+)\.\d+", re.DOTALL)
_NUMBERED = re.compile(r"^(.+)\.\d+(\.[^.]+)$", re.DOTALL)
# file systems take 255 bytes: a suffix, a number and the mark of an unfinished file come to it
_MOST_BYTES = 200


def is_url(name: str) -> bool:
    """Whether a file or folder is elsewhere than in the file system of this machine."""
    return _URL.match(name) is not None


def file_names(meetings: Iterable[tuple[str, int | None]], suffix: str) -> list[str]:
    """A file name for each meeting, by its source and, of several in one source, which it is: no two are the same."""
    return target_names((_place(source, part) for source, part in meetings), suffix)


def _place(source: str, part: int | None) -> str:
    name = "stdin" if source == "-" else PurePath(source).name
    return name if part is None else f"{name}.{part}"


def target_names(
    places: Iterable[str], suffix: str, is_held: Callable[[int, str], bool] = lambda number, name: False
) -> list[str]:
    """A path for the result of each input, by its place below some folder, with the suffix added.

    Where two are the same, or one is what `numbered` may make of another, they are numbered.
    is_held  whether a path is somebody else's than the input's of that number
    """
    taken: set[str] = set()
    counts: dict[str, int] = {}
    names: list[str] = []
    stems = ["/".join(map(_harmless, PurePath(place).parts)) or "minutes" for place in places]
    every = set(map(str.casefold, stems))
    for number, stem in enumerate(stems):
        # file systems that ignore case would take Notes.json and notes.json for one file
        name, key = stem + suffix, stem.casefold()
        part = _PART.fullmatch(key)
        if part and part[1] in every:
            taken.add(name.casefold())
        while name.casefold() in taken or is_held(number, name):
            counts[key] = counts.get(key, 1) + 1
            name = f"{stem}-{counts[key]}{suffix}"
        taken.add(name.casefold())
        names.append(name)
    return names


def numbered(name: str, part: int | None) -> str:
    """The path for one of several meetings in a file: notes.pdf.json is notes.pdf.1.json, and so on."""
    stem, dot, suffix = name.rpartition(".")
    return name if part is None else f"{stem}.{part}{dot}{suffix}"


def unnumbered(name: str) -> str:
    """The path of which `numbered` may have made this one; the same where it made none of it."""
    return _NUMBERED.sub(r"\1\2", name)


def _harmless(part: str) -> str:
    name = _RESERVED.sub("_", CONTROL.sub("_", part))
    data = name.encode()
    if len(data) > _MOST_BYTES:
        end = hashlib.sha256(data).hexdigest()[:8]
        name = f"{data[: _MOST_BYTES - 9].decode(errors='ignore')}-{end}"
    return "_" if name in ("", ".", "..") else name

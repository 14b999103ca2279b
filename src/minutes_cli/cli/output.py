"""Where results go: standard output, or a file that is there complete or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli import atomic
from minutes_cli.atomic import telling
from minutes_cli.errors import OutputError, UsageError
from minutes_cli.text.file_names import file_names
from minutes_cli.text.file_names import numbered as file_names_numbered
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = [
    "file_names",
    "make_folder",
    "new_file",
    "numbered",
    "print_json",
    "print_line",
    "print_names",
    "standard_output",
]

STANDARD_OUTPUT = "standard output"


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """The bytes of standard output; OutputError where it is closed or full."""
    if sys.stdout is None:
        raise OutputError(STANDARD_OUTPUT, "is closed", "send it to a file or use -o")
    with telling(STANDARD_OUTPUT):
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()


def print_json(model: BaseModel, alone: bool) -> None:
    """Print a model: indented where it is the only one, else as a line of JSON Lines."""
    from minutes_cli.exporters.to_jsonl import encode

    with standard_output() as stream:
        stream.write(encode(model.model_dump_json(indent=2 if alone else None)))


def print_line(text: str) -> None:
    """Print one line that says what was done."""
    with standard_output() as stream:
        stream.write(f"{safe(text)}\n".encode("utf-8", "backslashreplace"))


def print_names(rows: Sequence[tuple[str, str]]) -> None:
    """Print names and what they are, in two columns."""
    width = max(len(name) for name, _ in rows)
    with standard_output() as stream:
        stream.writelines(f"{name:{width}}  {safe(about)}\n".encode() for name, about in rows)


@contextmanager
def new_file(path: Path, inputs: Sequence[str] = ()) -> Iterator[BinaryIO]:
    """A stream whose content stands at `path` once the block ends well; before that, and on failure, nothing changes.

    inputs   files that must not be written over
    A device or pipe is written directly.
    """
    require_others([path], inputs)
    if not path.parent.is_dir():
        raise OutputError(
            str(path), f"cannot be written (there is no folder {path.parent})", "make it first, or name another with -o"
        )
    with atomic.new_file(path) as stream:
        yield stream


def require_others(paths: Iterable[Path], inputs: Sequence[str]) -> None:
    """UsageError where one of the paths is a file to read, or a register: originals are never written over."""
    there = [path for path in paths if path.is_file()]
    if not there:
        return
    from minutes_cli.store.database import is_register

    kept = {_identity(Path(name)) for name in inputs} - {None}
    for path in there:
        if _identity(path) in kept:
            raise UsageError(str(path), "is one of the files to read", "name another file with -o")
        if is_register(path):
            raise UsageError(str(path), "is a register of minutes", "name another file with -o")


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from all others, whatever it is called; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def make_folder(path: Path) -> None:
    """Make the folder, and those above it, where it is missing."""
    with telling(str(path)):
        path.mkdir(parents=True, exist_ok=True)


def numbered(path: Path, part: int | None) -> Path:
    """The path for one of several meetings in a file."""
    return path.with_name(file_names_numbered(path.name, part))

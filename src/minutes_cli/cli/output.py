"""Where results go: standard output, or a file that is there complete or not at all."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.errors import OutputError, UsageError
from minutes_cli.text.safe import CONTROL, safe

if TYPE_CHECKING:
    from pydantic import BaseModel

STANDARD_OUTPUT = "standard output"


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """The bytes of standard output; OutputError where it is closed or full."""
    if sys.stdout is None:
        raise OutputError(STANDARD_OUTPUT, "is closed", "send it to a file or use -o")
    with _telling(STANDARD_OUTPUT):
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
    with _telling(str(path)):
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        target = Path(os.path.realpath(path))
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        temporary = target.with_name(f".minutes-{secrets.token_hex(8)}.tmp")
        handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode or 0o666)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if mode is not None:
                # the process may be set to make files with fewer rights than the old one has
                temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


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
    with _telling(str(path)):
        path.mkdir(parents=True, exist_ok=True)


def file_names(inputs: Sequence[str], suffix: str) -> list[str]:
    """A file name for the result of each input: its own with the suffix added, numbered where two are the same."""
    taken: set[str] = set()
    names: list[str] = []
    for source in inputs:
        stem = "stdin" if source == "-" else CONTROL.sub(_kept, Path(source).name) or "minutes"
        name, count = stem + suffix, 1
        # file systems that ignore case would take Notes.json and notes.json for one file
        while name.casefold() in taken:
            count += 1
            name = f"{stem}-{count}{suffix}"
        taken.add(name.casefold())
        names.append(name)
    return names


def numbered(path: Path, part: int | None) -> Path:
    """The path for one of several meetings in a file: notes.pdf.json is notes.pdf.1.json, and so on."""
    return path if part is None else path.with_name(f"{path.stem}.{part}{path.suffix}")


def _kept(found: object) -> str:
    return "_"


@contextmanager
def _telling(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or "cannot be written").lower()
        raise OutputError(
            name, f"cannot be written ({reason})", "check the path, its permissions and the space left"
        ) from error

"""Files that stand complete in their place or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# What SQLite may keep beside a database: never left without it, never put beside another.
LOG, INDEX = "-wal", "-shm"
BESIDE = (LOG, INDEX, "-journal")


@contextmanager
def scratch(path: Path) -> Iterator[Path]:
    """An empty file in the folder of `path`, which only the user can read; gone when the block ends."""
    temporary = path.with_name(f".minutes-{secrets.token_hex(8)}.tmp")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield temporary
    finally:
        for name in (temporary, *companions(temporary)):
            name.unlink(missing_ok=True)


def put(temporary: Path, path: Path) -> None:
    """Move a complete file to `path`, over what is there; it is on the disk when this returns."""
    _sync(temporary)
    temporary.replace(path)
    _sync_folder(path.parent)


def put_new(temporary: Path, path: Path) -> None:
    """Give a complete file the name `path` too; FileExistsError where there is a file by now."""
    _sync(temporary)
    os.link(temporary, path)
    _sync_folder(path.parent)


def companions(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + suffix) for suffix in BESIDE)


def log_of(path: Path) -> Path:
    return path.with_name(path.name + LOG)


def has_content(path: Path) -> bool:
    """Whether there is more than nothing: a database that was never written is an empty file."""
    return path.exists() and (not path.is_file() or path.stat().st_size > 0)


def same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return os.path.realpath(one) == os.path.realpath(other)


def _sync(path: Path) -> None:
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every system can; the names are then safe when it next writes its buffers
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

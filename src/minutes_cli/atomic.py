"""Files that are there complete or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from minutes_cli.errors import OutputError


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content stands at `path` once the block ends well; before that, and on failure, nothing changes.

    A device or pipe is written directly.
    """
    with telling(str(path)):
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        target = Path(os.path.realpath(path))
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        temporary = target.with_name(f".minutes-{os.urandom(8).hex()}.tmp")
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


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Failures of the system in the block are OutputError."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or "cannot be written").lower()
        raise OutputError(
            name, f"cannot be written ({reason})", "check the path, its permissions and the space left"
        ) from error

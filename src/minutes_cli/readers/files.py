"""The bytes of files, which are all that readers are given."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from minutes_cli.errors import InputError, LimitError, UsageError, over
from minutes_cli.readers.options import Options
from minutes_cli.text.counting import in_bytes

# a pipe that took a file's place since it was looked at would keep us waiting
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, options: Options = Options()) -> bytes:  # noqa: B008 (Options is immutable)
    """The bytes of a regular file within the size limit, which holds whatever size the file is said to have."""
    most = options.limits.input_bytes
    try:
        _require_file(path, path.stat())
        with open(path, "rb", opener=lambda name, _: os.open(name, _FLAGS)) as stream:
            now = os.fstat(stream.fileno())
            _require_file(path, now)
            data = stream.read(most + 1) if now.st_size <= most else b""
            if now.st_size > most or len(data) > most:
                raise larger_than(most, str(path))
            return data
    except FileNotFoundError as error:
        raise UsageError(str(path), "no such file", "check the path") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read", "check the path and its permissions") from error


def read_list(path: Path, options: Options) -> bytes:
    """The bytes of a list of names, which may come out of a pipe: `<(find …)` of a shell is one."""
    most = options.limits.input_bytes
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError as error:
        raise UsageError(str(path), "no such file", "check the path") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read", "check the path and its permissions") from error
    if len(data) > most:
        raise larger_than(most, str(path))
    return data


def larger_than(most: int, name: str) -> LimitError:
    """What to say of a file of more bytes than are read."""
    return over(name, f"larger than {in_bytes(most)}", "input-bytes")


def _require_file(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        if not os.access(path, os.R_OK | os.X_OK):
            raise InputError(str(path), "the folder cannot be read", "check its permissions")
        raise UsageError(str(path), "is a folder", "name the files in it")
    if not stat.S_ISREG(found.st_mode):
        raise InputError(str(path), "is not a regular file", "copy it to a file first, or name it - and pipe it in")

"""The bytes of files, which are all that readers are given."""

from __future__ import annotations

from pathlib import Path

from minutes_cli.errors import InputError, UsageError
from minutes_cli.readers.options import Options


def read_bytes(path: Path, options: Options = Options()) -> bytes:  # noqa: B008 (Options is immutable)
    """The bytes of a regular file within the size limit."""
    try:
        if path.is_dir():
            raise UsageError(str(path), "is a folder", "name the files in it")
        if path.exists() and not path.is_file():
            raise InputError(str(path), "is not a regular file", "copy it to a file first")
        if path.stat().st_size > options.limits.input_bytes:
            raise InputError(str(path), f"larger than {options.limits.input_bytes // 2**20} MiB", "split it first")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(str(path), "no such file", "check the path") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read", "check the path and its permissions") from error

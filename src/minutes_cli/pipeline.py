"""A file's bytes to its minutes: the one place that joins a reader to the parser."""

from __future__ import annotations

import hashlib
from pathlib import Path

from minutes_cli import readers
from minutes_cli.errors import InputError, UsageError
from minutes_cli.model.document import Document
from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracing import Reading
from minutes_cli.parser import parse_document
from minutes_cli.parser.sights import see
from minutes_cli.profiles import Profile, choose_profile
from minutes_cli.readers.options import Options

DEFAULT_OPTIONS = Options()


def parse_bytes(data: bytes, name: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None) -> Minutes:
    """Read and parse one file.

    name     the file's name: its suffix helps to tell the format, and messages carry it
    profile  a profile's name or the path of a TOML file; by default found from the document
    Raises InputError for what cannot be read, UsageError for a profile that does not exist.
    """
    document = readers.read(data, name, options)
    return _parse(document, data, name, choose_profile(document, profile))


def trace_bytes(data: bytes, name: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None) -> Reading:
    """Read and parse one file and keep the document, for what leads from values back to it; raises as `parse_bytes`."""
    document = readers.read(data, name, options)
    chosen = choose_profile(document, profile)
    return Reading(document, _parse(document, data, name, chosen), see(document, chosen))


def _parse(document: Document, data: bytes, name: str, profile: Profile) -> Minutes:
    return parse_document(document, Path(name).name, hashlib.sha256(data).hexdigest(), profile)


def parse_file(path: Path, options: Options = DEFAULT_OPTIONS, profile: str | None = None) -> Minutes:
    """Read and parse the file at `path`; raises as `parse_bytes` does, and UsageError where there is no such file."""
    return parse_bytes(read_bytes(path, options), str(path), options, profile)


def read_bytes(path: Path, options: Options = DEFAULT_OPTIONS) -> bytes:
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

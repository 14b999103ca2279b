"""A file's bytes to its minutes: the one place that joins a reader to the parser."""

from __future__ import annotations

import hashlib
from pathlib import Path

from minutes_cli import readers
from minutes_cli.model.document import Document
from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracing import Reading
from minutes_cli.parser.kinds import is_unheld
from minutes_cli.parser.several import parse_meetings
from minutes_cli.parser.sights import see
from minutes_cli.profiles import Profile, choose_profile
from minutes_cli.readers.files import read_bytes
from minutes_cli.readers.options import Options

DEFAULT_OPTIONS = Options()


def parse_bytes(data: bytes, name: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None) -> Minutes:
    """Read and parse one file; where it holds several meetings, the first of them that records one.

    name     the file's name: its suffix helps to tell the format, and messages carry it
    profile  a profile's name or the path of a TOML file; by default found from the document
    Raises InputError for what cannot be read, UsageError for a profile that does not exist.
    """
    found = parse_all_bytes(data, name, options, profile)
    return next((minutes for minutes in found if not is_unheld(minutes.diagnostics)), found[0])


def parse_all_bytes(
    data: bytes, name: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None
) -> tuple[Minutes, ...]:
    """Read and parse one file: the minutes of each meeting in it, in its order; raises as `parse_bytes` does."""
    return tuple(minutes for _, minutes in read_parts(data, name, options, profile)[1])


def trace_bytes(data: bytes, name: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None) -> Reading:
    """As `parse_bytes`, with the part of the document that holds the meeting, for what leads from values back to it."""
    found = trace_all_bytes(data, name, options, profile)
    return next((reading for reading in found if not is_unheld(reading.minutes.diagnostics)), found[0])


def trace_all_bytes(
    data: bytes, name: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None
) -> tuple[Reading, ...]:
    """As `parse_all_bytes`, with the part of the document that holds each meeting."""
    chosen, parts = read_parts(data, name, options, profile)
    return tuple(Reading(part, minutes, see(part, chosen)) for part, minutes in parts)


def read_parts(
    data: bytes, name: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None
) -> tuple[Profile, tuple[tuple[Document, Minutes], ...]]:
    """As `parse_all_bytes`, with the profile that was used and the part of the document that holds each meeting."""
    document = readers.read(data, name, options)
    chosen = choose_profile(document, profile)
    return chosen, parse_meetings(document, Path(name).name, hashlib.sha256(data).hexdigest(), chosen)


def parse_file(path: Path, options: Options = DEFAULT_OPTIONS, profile: str | None = None) -> Minutes:
    """Read and parse the file at `path`; raises as `parse_bytes` does, and UsageError where there is no such file."""
    return parse_bytes(read_bytes(path, options), str(path), options, profile)

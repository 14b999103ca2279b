"""JSON for people and programs: indented, in the order of the schema."""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters import to_jsonl
from minutes_cli.model.minutes import Minutes


def write(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one indented object."""
    stream.write(to_jsonl.encode(minutes.model_dump_json(by_alias=True, indent=2)))


def write_next(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one line: several objects in a stream are JSON Lines."""
    to_jsonl.write(minutes, stream)

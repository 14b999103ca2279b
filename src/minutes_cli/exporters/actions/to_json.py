"""An indented JSON array."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from pydantic import TypeAdapter

from minutes_cli.exporters.to_jsonl import encode
from minutes_cli.model.tracking import TrackedAction

_LIST = TypeAdapter(list[TrackedAction])


def write(actions: Sequence[TrackedAction], stream: BinaryIO) -> None:
    """Write one array."""
    stream.write(encode(_LIST.dump_json(list(actions), indent=2).decode()))

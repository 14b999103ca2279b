"""JSON Lines: one action a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from minutes_cli.exporters.to_jsonl import encode
from minutes_cli.model.tracking import TrackedAction


def write(actions: Sequence[TrackedAction], stream: BinaryIO) -> None:
    """Write one object a line."""
    stream.writelines(encode(action.model_dump_json()) for action in actions)

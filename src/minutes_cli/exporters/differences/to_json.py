"""The data itself, indented."""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters.to_jsonl import encode
from minutes_cli.model.differences import Differences


def write(found: Differences, stream: BinaryIO) -> None:
    stream.write(encode(found.model_dump_json(indent=2)))

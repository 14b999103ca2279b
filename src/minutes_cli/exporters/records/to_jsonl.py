"""JSON Lines: one record a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

from pydantic import BaseModel

from minutes_cli.exporters.records.tables import Table
from minutes_cli.exporters.to_jsonl import encode


def write(records: Sequence[BaseModel], table: Table[Any], stream: BinaryIO) -> None:
    """Write one object a line."""
    stream.writelines(encode(record.model_dump_json()) for record in records)

"""An indented JSON array."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

from pydantic import BaseModel, SerializeAsAny, TypeAdapter

from minutes_cli.exporters.records.tables import Table
from minutes_cli.exporters.to_jsonl import encode

_LIST = TypeAdapter(list[SerializeAsAny[BaseModel]])


def write(records: Sequence[BaseModel], table: Table[Any], stream: BinaryIO) -> None:
    """Write one array."""
    stream.write(encode(_LIST.dump_json(list(records), indent=2).decode()))

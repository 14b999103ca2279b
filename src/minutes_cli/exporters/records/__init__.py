"""Exporters of lists of records (actions, exchanges, commitments); a new format is a module and one line here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, cast

if TYPE_CHECKING:
    from pydantic import BaseModel

    from minutes_cli.exporters.records.tables import Table

RECORD_EXPORTERS = {
    "json": "minutes_cli.exporters.records.to_json",
    "jsonl": "minutes_cli.exporters.records.to_jsonl",
    "csv": "minutes_cli.exporters.records.to_csv",
    "markdown": "minutes_cli.exporters.records.to_markdown",
}
# what holds actions and nothing else
ACTION_EXPORTERS = {"todo.txt": "minutes_cli.exporters.records.to_todo"}


class RecordExporter(Protocol):
    """What every module named in `RECORD_EXPORTERS` offers."""

    def write(self, records: Sequence[BaseModel], table: Table[Any], stream: BinaryIO) -> None: ...


def write_records(records: Sequence[BaseModel], table: Table[Any], stream: BinaryIO, name: str) -> None:
    """Write records in the format of that name; `table` says what their columns are.

    name   one of `RECORD_EXPORTERS`, for actions also of `ACTION_EXPORTERS`
    """
    cast(RecordExporter, import_module({**RECORD_EXPORTERS, **ACTION_EXPORTERS}[name])).write(records, table, stream)

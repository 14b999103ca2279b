"""Parquet: a file a table, for DuckDB, pandas and Polars, with types of their own for dates and times."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from minutes_cli.errors import UsageError
from minutes_cli.exporters.formats import Folder
from minutes_cli.exporters.tidy import TABLES, table_called
from minutes_cli.exporters.tidy.table import Cell, Kind
from minutes_cli.model.collection import Collection

if TYPE_CHECKING:
    from types import ModuleType

FILES = tuple(f"{table}.parquet" for table in TABLES)


def write(collection: Collection, folder: Folder) -> None:
    """Write all tables, each to a file of its name."""
    for table, name in zip(TABLES, FILES, strict=True):
        with folder.file(name) as stream:
            write_table(collection, table, stream)


def write_table(collection: Collection, table: str, stream: BinaryIO) -> None:
    """Write one table."""
    write_rows(table, table_called(table).rows(collection), stream)


def write_rows(table: str, given: Iterable[Sequence[Cell]], stream: BinaryIO) -> None:
    """Write rows of one table: all texts exactly as they were read, what each column says as its metadata."""
    arrow, parquet = require()
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "time": arrow.time32("s"),
    }
    found = table_called(table)
    schema = arrow.schema(
        [
            arrow.field(one.name, types[one.kind], nullable=(one.name,) != found.key, metadata={"comment": one.about})
            for one in found.columns
        ]
    )
    rows = list(given)
    columns = [[_value(row[place], one.kind) for row in rows] for place, one in enumerate(found.columns)]
    parquet.write_table(arrow.table(columns, schema=schema), stream, compression="zstd")


def _value(cell: Cell, kind: Kind) -> object:
    if isinstance(cell, str) and kind == "date":
        return datetime.date.fromisoformat(cell)
    return datetime.time.fromisoformat(cell) if isinstance(cell, str) and kind == "time" else cell


def require() -> tuple[Any, ModuleType]:
    """The library and its part that writes files."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("parquet", "needs pyarrow", 'pip install "minutes-data[parquet]"') from error
    return pyarrow, parquet

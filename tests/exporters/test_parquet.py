"""Parquet files, read back by DuckDB."""

from __future__ import annotations

import builtins
import datetime
import io
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from minutes_cli.errors import UsageError
from minutes_cli.exporters import to_parquet
from minutes_cli.exporters.tidy import TABLES
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from tests.exporters.folder import Folder
from tests.exporters.generated import collections
from tests.exporters.test_tidy import records

_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "time": "TIME",
}


def plain(cell: object) -> object:
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return f"{cell:%H:%M}" if isinstance(cell, datetime.time) else cell


def assert_same(collection: Collection) -> None:
    """Every row is found as it was read, with the types of its columns."""
    with tempfile.TemporaryDirectory() as path, duckdb.connect(":memory:") as database:
        to_parquet.write(collection, Folder(Path(path)))
        for name, table in TABLES.items():
            columns = ", ".join(column.name for column in table.columns)
            found = database.execute(f"SELECT {columns} FROM '{path}/{name}.parquet'")
            types = {column[0]: str(column[1]) for column in found.description or ()}
            assert types == {column.name: _TYPES[column.kind] for column in table.columns}
            names = list(types)
            rows = [dict(zip(names, map(plain, row), strict=True)) for row in found.fetchall()]
            assert rows == records(collection, name)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_duckdb_finds_every_row_as_it_was_read_with_the_types_of_its_columns(collection: Collection) -> None:
    assert_same(collection)


def test_the_same_data_gives_the_same_file(wrenshire: Minutes) -> None:
    def written() -> bytes:
        stream = io.BytesIO()
        to_parquet.write_table(Collection(meetings=(wrenshire,)), "items", stream)
        return stream.getvalue()

    assert written() == written()


def test_without_the_library_the_user_learns_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "pyarrow":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match=r'needs pyarrow: pip install "minutes-data\[parquet\]"'):
        to_parquet.write_table(Collection(), "items", io.BytesIO())

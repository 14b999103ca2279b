"""The folder of CSV files, read back by frictionless as any Data Package, and a table alone by Python's csv module."""

from __future__ import annotations

import csv
import datetime
import io
import re
import tempfile
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import HealthCheck, given, settings

from minutes_cli.exporters import to_csv
from minutes_cli.exporters.tidy import TABLES
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import CONTROL, safe_lines
from tests.exporters.folder import Folder
from tests.exporters.generated import collections
from tests.exporters.test_tidy import records

_FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def unguarded(cell: object) -> object:
    """The text without the apostrophe that keeps it from being a formula."""
    return re.sub(r"^'(?='*[=+\-@\t\n\uff1d\uff0b\uff0d\uff20])", "", cell) if isinstance(cell, str) else cell


def plain(cell: object) -> object:
    """What a reader of the standard's types makes of a cell, as the tables hold it."""
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, datetime.time):
        return f"{cell:%H:%M}"
    return float(cell) if type(cell).__name__ == "Decimal" else unguarded(cell)


def expected(row: dict[str, Any]) -> dict[str, Any]:
    return {name: safe_lines(cell) if isinstance(cell, str) else cell for name, cell in row.items()}


def assert_same(collection: Collection) -> None:
    """The folder is a valid Data Package with all rows of the tables."""
    with tempfile.TemporaryDirectory() as path:
        to_csv.write(collection, Folder(Path(path)))
        package = frictionless.Package(f"{path}/datapackage.json")
        report = package.validate()
        assert report.valid, report.flatten(["title", "message"])
        assert set(package.resource_names) == set(TABLES)
        for name in TABLES:
            found = [{key: plain(cell) for key, cell in row.items()} for row in package.get_resource(name).read_rows()]
            assert found == [expected(row) for row in records(collection, name)]


@_FEW
@given(collection=collections())
def test_the_folder_is_a_valid_data_package_with_all_rows(collection: Collection) -> None:
    assert_same(collection)


@_FEW
@given(collection=collections())
def test_no_cell_is_a_formula_or_holds_a_control_character(collection: Collection) -> None:
    for name in TABLES:
        stream = io.BytesIO()
        to_csv.write_table(collection, name, stream)
        text = stream.getvalue().decode()
        header, *rows = csv.reader(io.StringIO(text, newline=""))
        assert header == [column.name for column in TABLES[name].columns]
        for cell in (cell for row in rows for cell in row):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\n"))
            assert CONTROL.search(cell.replace("\n", "").replace("\t", "")) is None


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_same_each_time_and_there_without_meetings(name: str, wrenshire: Minutes) -> None:
    def written(*meetings: Minutes) -> bytes:
        stream = io.BytesIO()
        to_csv.write_table(Collection(meetings=meetings), name, stream)
        return stream.getvalue()

    assert written(wrenshire) == written(wrenshire)
    assert written().count(b"\n") == 1

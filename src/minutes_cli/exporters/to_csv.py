"""CSV: a file a table, and a datapackage.json that says what is in them.

A Data Package of the Frictionless standards, https://specs.frictionlessdata.io/tabular-data-package/: columns with
types, keys, and references from table to table.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any, BinaryIO

from minutes_cli.exporters.formats import Folder
from minutes_cli.exporters.formulas import guarded
from minutes_cli.exporters.tidy import TABLES, table_called
from minutes_cli.exporters.tidy.table import Cell, TidyTable
from minutes_cli.model.collection import Collection
from minutes_cli.text.safe import safe_lines

# The description is one for people to read, too.
_PACKAGE = "datapackage.json"
FILES = (*(f"{table}.csv" for table in TABLES), _PACKAGE)
# Formats of the standard's types where the usual one is another.
_FORMATS = {"time": "%H:%M"}


def write(collection: Collection, folder: Folder) -> None:
    """Write all tables, and last what describes them."""
    for table in TABLES.values():
        with folder.file(f"{table.name}.csv") as stream:
            write_table(collection, table.name, stream)
    with folder.file(_PACKAGE) as stream:
        stream.write(json.dumps(_package(), indent=2, ensure_ascii=False).encode() + b"\n")


def write_table(collection: Collection, table: str, stream: BinaryIO) -> None:
    """Write a header line and a line a row; what the minutes do not say is an empty cell."""
    found = table_called(table)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in found.columns)
    writer.writerows(map(_cell, row) for row in found.rows(collection))
    stream.write(text.getvalue().encode())


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(safe_lines(value)) if isinstance(value, str) else "" if value is None else str(value)


def _package() -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "minutes",
        "title": "Minutes of meetings",
        "resources": [_resource(table) for table in TABLES.values()],
    }


def _resource(table: TidyTable) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n", "header": True},
        "schema": {
            "fields": [
                {
                    "name": column.name,
                    "type": column.kind,
                    **({"format": _FORMATS[column.kind]} if column.kind in _FORMATS else {}),
                    "description": column.about,
                }
                for column in table.columns
            ],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": [column],
                    # the standard's name for the table itself is none
                    "reference": {"resource": "" if other == table.name else other, "fields": [key]},
                }
                for column, (other, key) in table.links
            ],
        },
    }

"""CSV with a header line, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, BinaryIO

from pydantic import BaseModel

from minutes_cli.exporters.formulas import guarded
from minutes_cli.exporters.records.tables import Table
from minutes_cli.text.safe import safe


def write(records: Sequence[BaseModel], table: Table[Any], stream: BinaryIO) -> None:
    """Write one line a record."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(_cell, table.columns))
    writer.writerows([_cell(value) for value in table.cells(record)] for record in records)
    stream.write(text.getvalue().encode())


def _cell(value: str) -> str:
    """The value on one line, with an apostrophe before what would be a formula."""
    return safe(guarded(value))

"""CSV with a header line, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import BinaryIO

from minutes_cli.exporters.actions.columns import COLUMNS, cells
from minutes_cli.model.tracking import TrackedAction
from minutes_cli.text.safe import safe

# What a spreadsheet takes for the start of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(actions: Sequence[TrackedAction], stream: BinaryIO) -> None:
    """Write one line an action."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in cells(action)] for action in actions)
    stream.write(text.getvalue().encode())


def _cell(value: str) -> str:
    """The value on one line, with an apostrophe before what would be a formula."""
    return ("'" if value.startswith(_FORMULA) else "") + safe(value)

"""A workbook for people: a sheet for each kind of thing, and an action log that `minutes import` reads back.

Texts are written as text whatever they look like: no formula and no link comes from a document.
"""

from __future__ import annotations

import datetime
import io
from typing import BinaryIO

from minutes_cli.exporters.xlsx.action_log import action_log
from minutes_cli.exporters.xlsx.rows import rows_of
from minutes_cli.exporters.xlsx.sheets import ACTIONS, SHEETS
from minutes_cli.exporters.xlsx.writing import Book
from minutes_cli.model.collection import Collection

# A workbook holds when it was made; the same data gives the same file.
_MADE = datetime.datetime(1980, 1, 1)


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write the workbook, its actions in front."""
    from xlsxwriter import Workbook

    packed = io.BytesIO()  # the library would take a stream that breaks off for a file it cannot make
    with Workbook(packed, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": "Minutes of meetings", "created": _MADE})
        book = Book(workbook)
        for sheet in SHEETS:
            rows = list(rows_of(collection, sheet))
            page = book.add(sheet, rows)
            if sheet is ACTIONS:
                action_log(book, page, sheet, len(rows))
    stream.write(packed.getvalue())

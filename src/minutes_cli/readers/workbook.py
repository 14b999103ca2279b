"""A sheet of an XLSX workbook as rows of cells by the heads of their columns."""

from __future__ import annotations

import datetime
import io
import warnings
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from minutes_cli.errors import CorruptInputError, LockedInputError, UnsupportedInputError
from minutes_cli.readers.archive import Archive
from minutes_cli.readers.options import Limits
from minutes_cli.readers.sniff import OLE_MAGIC

# What people put into a cell, or a formula of theirs gave; None for an empty one.
Cell = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None
_EXPORT_ANEW = "export it anew with --to xlsx"
# A sheet has no more rows; of columns there are far fewer in any list. A cell far away costs all that lie before it.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 256


def read_sheet(
    data: bytes, name: str, title: str, heads: Collection[str], needed: str, limits: Limits
) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    """The rows below the head that are not empty, each with its number in the sheet, from 1.

    title   of the sheet
    heads   of the columns to read: the first row holds them, in any order; one that is not there is in no row
    needed  the head without which the sheet is another
    Raises CorruptInputError, LockedInputError or UnsupportedInputError, before the first row.
    """
    if data.startswith(OLE_MAGIC):
        raise LockedInputError(name, "encrypted, or of an old Excel", "save it as .xlsx without a password")
    Archive(data, name, limits).prove()
    rows = _rows(data, name, title)
    first, head = rows[0] if rows else (1, ())
    places = {str(cell): place for place, cell in reversed(list(enumerate(head))) if cell in heads}
    if needed not in places or first != 1:
        raise UnsupportedInputError(name, f"the sheet {title} has no column {needed}", _EXPORT_ANEW)
    for number, row in rows[1:]:
        yield number, {head: row[place] for head, place in places.items()}


def _rows(data: bytes, name: str, title: str) -> list[tuple[int, tuple[Any, ...]]]:
    """The rows that are not empty, each with its number."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # of what it does not know and leaves out: pictures, kinds of validation
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            if title not in book.sheetnames:
                raise UnsupportedInputError(name, f"has no sheet {title}", _EXPORT_ANEW)
            page = book[title]
            page.reset_dimensions()
            rows = page.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
            return [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    except UnsupportedInputError:
        raise
    # the library says in many ways that a file is no workbook
    except Exception as error:
        raise CorruptInputError(name, "is no workbook, or a damaged one", "save it as .xlsx") from error

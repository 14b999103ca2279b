"""A sheet of an XLSX workbook as rows of cells by the heads of their columns."""

from __future__ import annotations

import datetime
import io
import warnings
from collections.abc import Collection, Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from minutes_cli.errors import CorruptInputError, LockedInputError, UnsupportedInputError
from minutes_cli.readers.archive import Archive
from minutes_cli.readers.options import Limits
from minutes_cli.readers.sniff import OLE_MAGIC, media_type_of
from minutes_cli.text.cells import folded

# What people put into a cell; None for an empty one.
Value = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None


class Formula(NamedTuple):
    """A cell that a formula fills: with what it gave when the workbook was last reckoned, None where it never was."""

    result: Value


class Fault(NamedTuple):
    """A cell in which a spreadsheet shows that it went wrong, such as #REF!."""

    shown: str


Cell = Value | Formula | Fault
_EXPORT = "`minutes export --register --to xlsx -o actions.xlsx` makes one"
_SAVE_AGAIN = "open it in a spreadsheet and save it again as .xlsx"
_EXPORT_ANEW = "export it anew with `minutes export --to xlsx`"
# A sheet has no more rows; of columns there are far fewer in any list. A cell far away costs all that lie before it.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 256
# So many sheets are told where the one that is looked for is not among them.
_MOST_NAMED = 4
_WORKBOOK, _SOME_ZIP = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"


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
    _prove(data, name, limits)
    rows = _rows(data, name, title)
    first, head = rows[0] if rows else (1, ())
    named = [folded(str(cell)) for cell in head]
    places = {cell: place for place, cell in reversed(list(enumerate(named))) if cell in heads}
    if needed not in places or first != 1:
        raise UnsupportedInputError(name, f"the first row of the sheet {title} has no column {needed}", _EXPORT_ANEW)
    for number, row in rows[1:]:
        yield number, {head: row[place] for head, place in places.items()}


def _prove(data: bytes, name: str, limits: Limits) -> None:
    """Raise an error for what is no workbook, or a damaged one."""
    kind = media_type_of(data, "")
    if kind.endswith("opendocument.spreadsheet"):
        raise UnsupportedInputError(name, "is an OpenDocument workbook", "save it as .xlsx")
    if kind in (_WORKBOOK, _SOME_ZIP):
        try:
            Archive(data, name, limits).prove()
        except CorruptInputError as error:
            raise CorruptInputError(name, error.reason, _SAVE_AGAIN) from error
    if kind != _WORKBOOK:
        raise UnsupportedInputError(name, "is no workbook" if data else "is empty", _EXPORT)


def _rows(data: bytes, name: str, title: str) -> list[tuple[int, tuple[Cell, ...]]]:
    """The rows that are not empty, each with its number."""
    try:
        with warnings.catch_warnings():
            # of what it does not know and leaves out: pictures, kinds of validation
            warnings.simplefilter("ignore")
            rows = dict(_cells(data, name, title, results=False))
            filled = {place for place, row in rows.items() if any(isinstance(cell, Formula) for cell in row)}
            if filled:  # the library gives formulas or their results, not both
                for place, row in _cells(data, name, title, results=True):
                    if place in filled:
                        rows[place] = tuple(
                            Formula(result) if isinstance(cell, Formula) and not isinstance(result, Fault) else result
                            for cell, result in zip_longest(rows[place], row)
                        )
            return [(place, row) for place, row in rows.items() if any(cell is not None for cell in row)]
    except UnsupportedInputError:
        raise
    # the library says in many ways that a file is no workbook
    except Exception as error:
        raise CorruptInputError(name, "is a damaged workbook", _SAVE_AGAIN) from error


def _cells(data: bytes, name: str, title: str, *, results: bool) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows, each with its number; of formulas the results, or without results a mark that they are there."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)
    if title not in book.sheetnames:
        there = ", ".join(book.sheetnames[:_MOST_NAMED])
        raise UnsupportedInputError(
            name, f"has no sheet {title} (it has {there})", f"call it {title} again, or {_EXPORT_ANEW}"
        )
    page = book[title]
    page.reset_dimensions()
    for number, row in enumerate(page.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS), 1):
        yield number, tuple(map(_cell, row))


def _cell(cell: Any) -> Cell:
    if cell.data_type == "f":
        return Formula(None)
    if cell.data_type == "e" and cell.value is not None:
        return Fault(str(cell.value))
    value: Value = cell.value
    return value

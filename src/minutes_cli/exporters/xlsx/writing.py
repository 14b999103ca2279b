"""Putting sheets into a workbook: typed cells, a frozen head with filters, widths, and a page to print."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from minutes_cli.exporters.tidy.table import Cell, Kind
from minutes_cli.exporters.xlsx.rows import kinds_of
from minutes_cli.exporters.xlsx.sheets import Sheet, Shown
from minutes_cli.model.action_log import EDITED
from minutes_cli.text.cells import as_cell

# Excel counts days from 1900, and takes that year for a leap year: before March its days are off by one.
_FIRST_DAY = datetime.date(1900, 3, 1)
_FORMATS = {"date": "d mmm yyyy", "time": "hh:mm"}
INK, PAPER = "#1F3A4D", "#FFFFFF"
_RULE = "#D5DADD"
# Of long texts so many lines are shown; a row may be pulled open.
_MOST_LINES = 8
_LINE_PT = 15
_A4 = 9


class Book:
    """A workbook in the making, with its formats; each format is made once."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        self.head = workbook.add_format(
            {"bold": True, "font_color": PAPER, "bg_color": INK, "valign": "vcenter", "text_wrap": True}
        )
        plain = {"valign": "top", "text_wrap": True, "border": 1, "border_color": _RULE}
        self._text = workbook.add_format({**plain, "num_format": "@"})
        self._formats = {
            kind: workbook.add_format({**plain, "num_format": _FORMATS[kind], "align": "left"}) for kind in _FORMATS
        }
        self._plain = workbook.add_format({**plain, "align": "left"})

    def add(self, sheet: Sheet, rows: Sequence[Sequence[Cell]]) -> Any:
        """Add a sheet with these rows; returns the library's worksheet."""
        page = self.workbook.add_worksheet(sheet.title)
        kinds = kinds_of(sheet)
        hidden = [shown.hidden or _says_nothing(rows, place, shown) for place, shown in enumerate(sheet.columns)]
        for column, shown in enumerate(sheet.columns):
            page.set_column(column, column, shown.width, None, {"hidden": hidden[column]})
            page.write_string(0, column, shown.head, self.head)
        for number, row in enumerate(rows, 1):
            for column, (cell, kind) in enumerate(zip(row, kinds, strict=True)):
                self._write(page, number, column, cell, kind)
            columns = zip(row, sheet.columns, hidden, strict=True)
            lines = max(_lines(cell, shown.width) for cell, shown, away in columns if not away)
            # not every program finds the height of wrapped text by itself
            if lines > 1:
                page.set_row(number, _LINE_PT * min(lines, _MOST_LINES))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(rows), 1), len(sheet.columns) - 1)
        page.set_row(0, 2 * _LINE_PT)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&L&A&RPage &P of &N")
        return page

    def _write(self, page: Any, row: int, column: int, cell: Cell, kind: Kind) -> None:
        style = self._text if kind == "string" else self._formats.get(kind, self._plain)
        if cell is None:
            # with the format of what people put there
            page.write_blank(row, column, None, style)
        elif isinstance(cell, int | float):
            page.write_number(row, column, cell, style)
        elif kind == "time":
            page.write_datetime(row, column, datetime.time.fromisoformat(cell), style)
        elif kind == "date" and (day := datetime.date.fromisoformat(cell)) >= _FIRST_DAY:
            page.write_datetime(row, column, day, style)
        else:
            page.write_string(row, column, as_cell(cell), self._text)


def _says_nothing(rows: Sequence[Sequence[Cell]], place: int, shown: Shown) -> bool:
    """Whether a column is empty over all rows, and nobody is to fill it in."""
    return bool(rows) and shown.name not in EDITED and all(row[place] is None for row in rows)


def _lines(cell: Cell, width: int) -> int:
    """How many lines a cell takes, about: letters are narrower than the figures that widths are counted in."""
    lines = cell.split("\n", _MOST_LINES) if isinstance(cell, str) else [""]
    return sum(1 + len(line) // width for line in lines)

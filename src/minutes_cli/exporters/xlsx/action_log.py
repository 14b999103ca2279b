"""What makes the sheet of actions one to work in: cells to edit stand out, what is overdue and settled is seen."""

from __future__ import annotations

import datetime
from typing import Any

from minutes_cli.exporters.xlsx.sheets import Sheet
from minutes_cli.exporters.xlsx.writing import PAPER, Book
from minutes_cli.model.action_log import EDITED
from minutes_cli.model.tracking import SETTLED

_TO_EDIT = "#2F6B3A"
_GREY, _RED = "#6E6E6E", "#A61B1B"
_TELLS = {
    "state": "closed, or open again.",
    "owners": "Who is to do it; several with semicolons between.",
    "due": "A date.",
    "note": "What was done, or why. It is added to the notes there are.",
}
_EARLIEST, _LATEST = datetime.date(1900, 3, 1), datetime.date(9999, 12, 31)


def action_log(book: Book, page: Any, sheet: Sheet, count: int) -> None:
    """Dress the sheet of actions.

    page   the library's worksheet
    count  rows below the head
    """
    places = {shown.name: place for place, shown in enumerate(sheet.columns)}
    heads = {shown.name: shown.head for shown in sheet.columns}
    to_edit = book.workbook.add_format(
        {"bold": True, "font_color": PAPER, "bg_color": _TO_EDIT, "valign": "vcenter", "text_wrap": True}
    )
    for name in EDITED:
        page.write_string(0, places[name], heads[name], to_edit)
        message = {"input_title": f"{heads[name]}: edit here", "input_message": f"{_TELLS[name]} Then: minutes import"}
        page.data_validation(0, places[name], 0, places[name], {"validate": "any", **message})
    # what a meeting has in front of it; the columns behind would make the print too small to read
    page.print_area(0, 0, max(count, 1), places["raised"])
    if not count:
        return
    page.data_validation(
        *(1, places["state"], count, places["state"]),
        {
            **{"validate": "list", "source": ["open", "closed"]},
            **{"error_title": "State", "error_message": "An action is closed, or opened again."},
        },
    )
    page.data_validation(
        *(1, places["due"], count, places["due"]),
        {
            **{"validate": "date", "criteria": "between", "minimum": _EARLIEST, "maximum": _LATEST},
            **{"error_title": "Due", "error_message": "A date, such as 31/05/2024."},
        },
    )
    state, due = (f"${_letter(places[name])}2" for name in ("state", "due"))
    settled = "OR({})".format(",".join(f'{state}="{word}"' for word in SETTLED))
    last = max(place for place, shown in enumerate(sheet.columns) if not shown.hidden)
    page.conditional_format(
        *(1, 0, count, last),
        {"type": "formula", "criteria": f"={settled}", "format": book.workbook.add_format({"font_color": _GREY})},
    )
    page.conditional_format(
        *(1, places["due"], count, places["due"]),
        {
            "type": "formula",
            "criteria": f"=AND(ISNUMBER({due}),{due}<TODAY(),NOT({settled}))",
            "format": book.workbook.add_format({"font_color": _RED, "bold": True}),
        },
    )


def _letter(column: int) -> str:
    """The name of one of the first columns."""
    return chr(ord("A") + column)

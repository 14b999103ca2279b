"""The rows of a sheet: those of its table, with words where the table has ids."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy import TABLES
from minutes_cli.exporters.tidy.keys import keyed, within
from minutes_cli.exporters.tidy.table import Cell, Kind
from minutes_cli.exporters.xlsx.sheets import Sheet
from minutes_cli.model.action_log import cells_of
from minutes_cli.model.collection import Collection
from minutes_cli.text.cells import marked

# What the data writes as one word.
_WORDS = ("state", "status")


def kinds_of(sheet: Sheet) -> tuple[Kind, ...]:
    """Of what the cells of each column are."""
    kinds = {column.name: column.kind for column in TABLES[sheet.table].columns}
    return tuple(kinds.get(shown.name, "string") for shown in sheet.columns)


def rows_of(collection: Collection, sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    """Cells in the order of the sheet's columns."""
    table = TABLES[sheet.table]
    names = [column.name for column in table.columns]
    meetings, items = _meetings(collection), _items(collection)
    links = {column: other for column, (other, _) in table.links}
    marks = {action.id: marked(cells_of(action)) for action in collection.actions} if sheet.table == "actions" else {}
    for cells in table.rows(collection):
        row = dict(zip(names, cells, strict=True))
        row["exported"] = marks.get(str(row["id"]))
        row["meeting"] = meetings.get(str(row.get("meeting")))
        if links.get("item") == "items":
            row["item"] = items.get(str(row["item"]), row.get("item_as_written"))
        for name in _WORDS:
            if isinstance(word := row.get(name), str):
                row[name] = word.replace("_", " ")
        yield tuple(_in_words(row[shown.name]) for shown in sheet.columns)


def _in_words(cell: Cell) -> Cell:
    return ("no", "yes")[cell] if isinstance(cell, bool) else cell


def _meetings(collection: Collection) -> dict[str, str]:
    return {
        one: minutes.meeting.title or minutes.meeting.body or minutes.source.file for one, minutes in keyed(collection)
    }


def _items(collection: Collection) -> dict[str, str]:
    return {
        within(one, item.id): " ".join(filter(None, (item.number, item.title)))
        for one, minutes in keyed(collection)
        for item in minutes.items
    }

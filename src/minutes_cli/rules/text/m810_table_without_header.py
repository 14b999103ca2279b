"""A table has no row that the file marks as its head.

Why: A screen reader reads the head of a column with each cell; without one a cell is a word in the dark.
Flags: A Word file with a table of actions whose first row is not set to "Repeat as header row".
Passes: The same with "Repeat as header row" (Table, Layout) on its first row.
Fix: In Word set "Repeat as header row" on the first row; in HTML write its cells as `<th>`.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.document import Paragraph, Table
from minutes_cli.rules.base import Flag, Rule, Subject, at

_MARKS_HEADERS = ("text/html", "application/vnd.openxmlformats-officedocument.wordprocessingml.")
# Smaller ones set out labels and values.
_LEAST_ROWS = 3
_LEAST_COLUMNS = 2


def check(subject: Subject) -> Iterator[Flag]:
    if not subject.document.media_type.startswith(_MARKS_HEADERS):
        return
    for table in subject.document.blocks:
        if not isinstance(table, Table) or table.headers or table.columns < _LEAST_COLUMNS:
            continue
        first = _first(table)
        # those of page headers and footers, and those that begin with a label, set out values
        if first is None or first.role != "body" or first.text.rstrip().endswith(":") or len(table.rows) < _LEAST_ROWS:
            continue
        yield Flag("this table has no header row", at(first, 0, len(first.text)))


def _first(table: Table) -> Paragraph | None:
    """The first words in it."""
    for row in table.rows:
        for cell in row:
            for paragraph in cell.paragraphs:
                if paragraph.text.strip():
                    return paragraph
    return None


RULE = Rule("M810", "table-without-header", "info", check, kinds=("minutes", "agenda", "template"))

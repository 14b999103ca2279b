"""A table of the minutes has other heads than the template demands.

Why: Columns are known by their heads; who compares the minutes of a year, or reads them by program, counts on them.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    | Attendee | Organisation |
    | --- | --- |
    | Ada Roe | Harbour Trust |
    | Ben Cole | Sailing Club |

    ## Jetty

    The jetty was painted.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    | Name | Capacity |
    | --- | --- |
    | Ada Roe | Harbour Trust |
    | Ben Cole | Sailing Club |

    ## Jetty

    The jetty was painted.
Fix: Give the table the heads of the template; further columns may stand between and behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_cli.model.document import Table
from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    if subject.template is None:
        return
    from minutes_cli.parser.tables import view_table  # the rules are loaded where nothing is read anew, too

    blocks = subject.document.blocks
    tables = [(block, view_table(block, subject.profile)) for block in blocks if isinstance(block, Table)]
    wanted = {"attendance": subject.template.attendance.headers, "items": subject.template.items.headers}
    for kind, heads in wanted.items():
        of_kind = [table for table, view in tables if view.kind == kind]
        if not heads or not of_kind or any(_has(table, heads) for table in of_kind):
            continue
        row = of_kind[0].rows[0]
        printed = " | ".join(cell.text.strip() for cell in row if cell.text.strip())
        first = next((paragraph for cell in row for paragraph in cell.paragraphs if paragraph.text.strip()), None)
        place = next(iter(first.places(0, len(first.text))), None) if first else None
        yield Flag(f"the table of {_NAMES[kind]} begins with “{printed}”, not with “{' | '.join(heads)}”", place)


_NAMES = {"attendance": "the attendance", "items": "items"}


def _has(table: Table, heads: Sequence[str]) -> bool:
    """Whether one of the first rows has all the heads, in their order."""
    from minutes_cli.parser.tables import fold

    return any(_in_order([fold(head) for head in heads], [fold(cell.text) for cell in row]) for row in table.rows[:3])


def _in_order(heads: list[str], row: list[str]) -> bool:
    cells = iter(row)
    return all(head in cells for head in heads)


RULE = Rule("T010", "table-headers", "warning", check)

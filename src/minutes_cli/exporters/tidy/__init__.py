"""Tidy tables: what CSV, spreadsheets, Parquet and SQLite hold. A new table is a module and one name here."""

from __future__ import annotations

from minutes_cli.errors import UsageError
from minutes_cli.exporters.tidy import (
    actions,
    attendance,
    changes,
    commitments,
    decisions,
    evidence,
    exchanges,
    items,
    meetings,
    mentions,
    owners,
    pillars,
)
from minutes_cli.exporters.tidy.table import TidyTable

# what others refer to stands before them
_MODULES = (
    *(meetings, attendance, items, pillars, exchanges, decisions),
    *(actions, owners, mentions, changes, commitments, evidence),
)
TABLES: dict[str, TidyTable] = {module.TABLE.name: module.TABLE for module in _MODULES}


def table_called(name: str) -> TidyTable:
    """The table of that name; UsageError where there is none."""
    if name not in TABLES:
        raise UsageError(name, "no such table", f"one of {', '.join(TABLES)}")
    return TABLES[name]

"""SQLite: the tables with keys, indexes and full-text search, as Datasette and other programs open them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import BinaryIO

from minutes_cli.exporters.tidy import TABLES
from minutes_cli.exporters.tidy.table import TidyTable
from minutes_cli.model.collection import Collection

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
# What people look for words in.
_SEARCHED = {
    "items": ("title", "text"),
    "exchanges": ("text",),
    "decisions": ("text",),
    "actions": ("text", "progress", "note"),
    "commitments": ("text",),
}
_OPEN_ACTIONS = """
CREATE VIEW open_actions AS
  SELECT number, text, owners, due, due_text, state, slips, body, raised, progress, note, id FROM actions
  WHERE state IN ('open', 'in_progress', 'proposed') ORDER BY due IS NULL, due, raised
"""


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write the database: all texts exactly as they were read."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for table in TABLES.values():
            connection.execute(_table(table))
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', table.rows(collection))
            for statement in (*_indexes(table), *_search(table.name)):
                connection.execute(statement)
        connection.execute(_OPEN_ACTIONS)
        stream.write(connection.serialize())


def _table(table: TidyTable) -> str:
    """The statement that makes the table, with what each column says beside it: Datasette shows it."""
    links = dict(table.links)
    lines = []
    for column in table.columns:
        words = [f'"{column.name}"', _TYPES.get(column.kind, "TEXT")]
        if (column.name,) == table.key:
            words.append("PRIMARY KEY NOT NULL")
        if column.name in links:
            other, key = links[column.name]
            words.append(f'REFERENCES "{other}" ("{key}")')
        lines.append((" ".join(words), column.about))
    rows = [f"  {sql}{',' if place < len(lines) else ''}  -- {about}" for place, (sql, about) in enumerate(lines, 1)]
    return "\n".join([f'CREATE TABLE "{table.name}" (', *rows, ")"])


def _indexes(table: TidyTable) -> Iterator[str]:
    dates = [column.name for column in table.columns if column.kind == "date"]
    for column in (*dict(table.links), *dates):
        yield f'CREATE INDEX "{table.name}_by_{column}" ON "{table.name}" ("{column}")'


def _search(table: str) -> Iterator[str]:
    if table in _SEARCHED:
        columns = ", ".join(f'"{column}"' for column in _SEARCHED[table])
        # Datasette looks for these very characters to tell which table is searched
        yield (
            f'CREATE VIRTUAL TABLE "{table}_fts" USING fts5 ({columns}, content="{table}",'
            " tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        yield f'INSERT INTO "{table}_fts" ("{table}_fts") VALUES (\'rebuild\')'

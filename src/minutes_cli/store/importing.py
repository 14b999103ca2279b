"""A register from the lines of an export: all of them or none."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from minutes_cli.errors import CorruptInputError, RegisterError
from minutes_cli.store.database import opened, telling, transaction
from minutes_cli.store.places import companions, put_new, scratch
from minutes_cli.store.schema import MIGRATIONS, NUMBERED, TABLES
from minutes_cli.store.transfer import SEQUENCE, value_of

_HINT = "give what `minutes register export` printed"
_HIGHEST = 2**63 - 1


def load(register: Path, lines: Iterable[bytes], name: str) -> int:
    """Put all rows of an export into a register without any; returns how many meetings they are of.

    name   the export, for the message of CorruptInputError, which names the line too
    Raises RegisterError where the register cannot be written or holds something. In both cases nothing has changed.
    """
    if register.exists():
        with opened(register, write=True) as connection, transaction(connection):
            return _fill(connection, register, lines, name)
    with telling(register):
        register.parent.mkdir(parents=True, exist_ok=True)
        with scratch(register) as temporary:
            try:
                with opened(temporary, write=True) as connection, transaction(connection):
                    count = _fill(connection, register, lines, name)
            except RegisterError as error:
                raise RegisterError(str(register), error.reason, error.hint) from error
            for left in companions(register):  # of a register that is gone: they would be written into this one
                left.unlink(missing_ok=True)
            put_new(temporary, register)
    return count


def _fill(connection: sqlite3.Connection, register: Path, lines: Iterable[bytes], name: str) -> int:
    for table in TABLES:
        if connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0]:
            raise RegisterError(str(register), "holds meetings already", "name a new one with --register")
    connection.execute("PRAGMA defer_foreign_keys = ON")  # an action may be merged into a later one
    filling = _Filling(connection)
    number = 0
    try:
        for number, line in enumerate(lines, start=1):
            filling.take(number, line)
        number += 1
        filling.end()
        number, reason = filling.astray()
        if reason:
            raise ValueError(reason)
    except (ValueError, RecursionError, OverflowError, sqlite3.IntegrityError, sqlite3.DataError) as error:
        reason = str(error) if type(error) is ValueError or isinstance(error, sqlite3.Error) else "cannot be read"
        raise CorruptInputError(f"{name}: line {number}", reason, _HINT) from error
    return filling.counts["meeting"]


class _Filling:
    """Takes the lines of an export one by one; ValueError or an error of SQLite for one that is none.

    counts, first   of each table: rows so far, and the line of the first
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._columns = {
            table: [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")] for table in TABLES
        }
        self._expected: dict[str, int] | None = None
        self._at, self._last = 0, 0
        self.counts = dict.fromkeys(TABLES, 0)
        self.first: dict[str, int] = {}

    def take(self, number: int, line: bytes) -> None:
        content = _object(line)
        if self._expected is None:
            self._expected = _head(content)
            return
        if set(content) != {"table", "row"} or not isinstance(content["row"], dict):
            raise ValueError("no row of a register")
        table, row = content["table"], content["row"]
        if table == SEQUENCE:
            self._at = len(TABLES)
            self._number(row)
            return
        if table not in TABLES[self._at :]:
            raise ValueError("no table of a register, or out of order")
        if table != TABLES[self._at]:
            self._at, self._last = TABLES.index(table), 0
        self._insert(table, row)
        self.counts[table] += 1
        self.first.setdefault(table, number)

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        columns = self._columns[table]
        if row.keys() != set(columns):
            raise ValueError(f"its columns are not those of {table}")
        one = row["id"]
        if type(one) is not int or (one <= self._last and self.counts[table]):
            raise ValueError("its id is none, or out of order")
        self._last = one
        marks = ", ".join("?" * len(columns))
        values = [value_of(row[column]) for column in columns]
        self._connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)

    def _number(self, row: dict[str, Any]) -> None:
        """Let numbers go on behind the last one given, be it gone or not."""
        name, last = row.get("name"), row.get("seq")
        if set(row) != {"name", "seq"} or name not in NUMBERED or type(last) is not int or not 0 <= last <= _HIGHEST:
            raise ValueError("no last number of a register")
        given = self._connection.execute(
            f"UPDATE {SEQUENCE} SET seq = max(seq, ?) WHERE name = ?", (last, name)
        ).rowcount
        if not given:
            self._connection.execute(f"INSERT INTO {SEQUENCE} (name, seq) VALUES (?, ?)", (name, last))

    def end(self) -> None:
        """ValueError where lines are missing at the end, or all."""
        if self._expected is None:
            raise ValueError("no export of a register")
        for table, count in self._expected.items():
            if self.counts[table] != count:
                raise ValueError(f"{self.counts[table]} of {count} rows of {table} are there")

    def astray(self) -> tuple[int, str]:
        """The first line that refers to a row that is not there, and what to say of it; (0, "") where none does."""
        found = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        if found is None:
            return 0, ""
        table, one, parent, _ = found
        (before,) = self._connection.execute(f"SELECT count(*) FROM {table} WHERE id < ?", (one,)).fetchone()
        return self.first[table] + before, f"refers to a {parent} that is not there"


def _object(line: bytes) -> dict[str, Any]:
    try:
        content = json.loads(line.decode(), parse_constant=_none)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    if not isinstance(content, dict):
        raise ValueError("no row of a register")
    return content


def _none(name: str) -> object:
    raise ValueError(name)


def _head(content: dict[str, Any]) -> dict[str, int]:
    """Rows of each table, as the first line promises them."""
    version, rows = content.get("register"), content.get("rows")
    if type(version) is not int or not isinstance(rows, dict):
        raise ValueError("no export of a register")
    if version != len(MIGRATIONS):
        raise ValueError(f"of version {version}, not {len(MIGRATIONS)}")
    if set(rows) != set(TABLES) or any(type(count) is not int for count in rows.values()):
        raise ValueError("no export of a register")
    return rows

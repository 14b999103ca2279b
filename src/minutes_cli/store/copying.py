"""Copies of a whole register as one file, and what is wrong with one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from minutes_cli.errors import RegisterError
from minutes_cli.store.database import PATIENCE, telling
from minutes_cli.store.places import companions, has_content

# Findings that a damaged file is told by; it may have thousands.
_ENOUGH = 20
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def copy(source: sqlite3.Connection, name: Path, temporary: Path, hint: str) -> None:
    """Copy the database of `source` into the file `temporary`, without a log beside it, and prove that it is sound.

    name   the file of `source`, which RegisterError names with `hint` where it is damaged
    """
    with closing(sqlite3.connect(temporary, isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode = MEMORY").fetchone()  # nobody wants half of it: `put` sees to the disk
        made.execute("PRAGMA synchronous = OFF")
        try:
            source.backup(made)
            made.execute("PRAGMA journal_mode = DELETE").fetchone()
            found = next(damage(made), "")
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            found = str(error)
    if found:
        raise RegisterError(str(name), f"damaged ({found})", hint)


def damage(connection: sqlite3.Connection) -> Iterator[str]:
    """What SQLite itself finds wrong: pages, indexes, constraints, and references that lead nowhere."""
    for (found,) in connection.execute(f"PRAGMA integrity_check({_ENOUGH})"):
        if found != "ok":
            yield " ".join(str(found).split())
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row} refers to a {parent} that is not there"


def is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN


@contextmanager
def looked_at(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a database that is only read: where nothing stands beside the file, nothing is made there."""
    with telling(path):
        how = "mode=ro" if any(has_content(name) for name in companions(path)) else "immutable=1"
        uri = f"{path.resolve().as_uri()}?{how}"
        with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)) as connection:
            yield connection

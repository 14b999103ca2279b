"""Opening a register: made on first use, brought up to date, and told apart from what is none.

Write-ahead log with synchronous=FULL: what was committed outlives a crash of the process, of the machine, and a full
disk. See https://www.sqlite.org/pragma.html for each setting.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from minutes_cli.errors import RegisterError
from minutes_cli.store.schema import APPLICATION_ID, MIGRATIONS

# Seconds to wait for another program that is writing.
PATIENCE = 30
MAGIC = b"SQLite format 3\0"


@contextmanager
def opened(path: Path, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection to the register at `path`, closed when the block ends.

    write   whether it may be made or changed; otherwise it must be there and stays as it is
    Raises RegisterError for what cannot be read or written, is damaged, of a newer version, or no register.
    """
    with telling(path):
        recover(path)
        check_header(path)
        connection = _connect(path, write)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def nothing_recorded() -> Iterator[sqlite3.Connection]:
    """A register in memory, without a meeting: what stands for one that was not made yet."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _migrate(connection)
        yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that the block writes, or nothing of it; it is on the disk when the block has ended."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of the file at `path` into one line for the user."""
    try:
        yield
    except sqlite3.Error as error:
        raise RegisterError(str(path), *_reason(error)) from error
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        reason = f"cannot be used ({(error.strerror or 'input/output error').lower()})"
        raise RegisterError(str(path), reason, "check the path and its permissions, or give --register") from error


def recover(path: Path) -> None:
    """Take back what a program that was killed while it made the register left half done.

    SQLite does so when it next looks, but for a reader that may not write, and after the first bytes were looked at.
    """
    journal = path.with_name(path.name + "-journal")
    if not (path.is_file() and journal.is_file() and journal.stat().st_size):
        return
    with path.open("rb") as stream:
        head = stream.read(100)
    if head.startswith(MAGIC) and int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return  # of another program
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
        connection.execute("PRAGMA user_version").fetchone()


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    if not write:
        return _read_only(path)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):  # another program was quicker: fine
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _read_only(path: Path) -> sqlite3.Connection:
    """Readers of a write-ahead log need to write beside it; where they cannot, the file alone is read."""
    if not path.exists():
        raise RegisterError(str(path), "no register there", "add minutes first: `minutes add notes.pdf`")
    place = path.resolve().as_uri()
    connection = sqlite3.connect(f"{place}?mode=ro", uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        version = _version(connection)
    except sqlite3.OperationalError:
        connection.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection = sqlite3.connect(f"{place}?immutable=1", uri=True, isolation_level=None)
        version = _version(connection)
    if version < len(MIGRATIONS):
        connection.close()
        if version == 0:
            raise RegisterError(str(path), "no register there", "add minutes first: `minutes add notes.pdf`")
        return _connect(path, write=True)
    _check_version(version, path)
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    version = _version(connection)
    _check_version(version, path)
    if version < len(MIGRATIONS):
        _migrate(connection)
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")


def _migrate(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        version = _version(connection)  # another program may have been quicker
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in _statements(statements):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _statements(text: str) -> Iterator[str]:
    """The statements in `text`; `executescript` would commit before the first."""
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _check_version(version: int, path: Path) -> None:
    if version > len(MIGRATIONS):
        raise RegisterError(str(path), "made by a newer version of minutes", "install that version to use it")


def is_register(path: Path) -> bool:
    """Whether a file is a register, by its first bytes."""
    with suppress(OSError), path.open("rb") as stream:
        head = stream.read(72)
        return head.startswith(MAGIC) and int.from_bytes(head[68:], "big") == APPLICATION_ID
    return False


def check_header(path: Path) -> None:
    """Look at the first bytes alone (https://www.sqlite.org/fileformat.html): a foreign file is not even opened."""
    if path.is_dir():
        raise RegisterError(str(path), "is a folder", "name a file, as in --register meetings.db")
    if not path.exists():
        return
    if not path.is_file():
        raise RegisterError(str(path), "is not a regular file", "name another with --register")
    with path.open("rb") as stream:
        head = stream.read(100)
    if not head:
        return  # made, and then nothing: as good as none
    if head[:16] != MAGIC or len(head) < 100:
        raise RegisterError(
            str(path), "no register, or damaged in its first bytes", "name another with --register, or restore a backup"
        )
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise RegisterError(str(path), "a database of another program", "name another with --register")
    _check_version(int.from_bytes(head[60:64], "big"), path)


def _reason(error: sqlite3.Error) -> tuple[str, str]:
    """What is wrong, and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_BUSY:
        return f"in use by another program for more than {PATIENCE} seconds", "try again when it is done"
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return "cannot be written (disk full or failing)", "make room and try again: what was saved is safe"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return "cannot be written or opened", "check its permissions and those of its folder"
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return "damaged", "restore a backup: `minutes restore BACKUP`"
    return f"damaged or not as expected ({error})", "restore a backup: `minutes restore BACKUP`"

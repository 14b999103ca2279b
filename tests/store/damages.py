"""Ways in which a file is damaged, and files that are no registers."""

import sqlite3
from contextlib import closing
from pathlib import Path


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 3, len(content) // 2):
        content[place] ^= 0xFF
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50_000])


def headless(path: Path) -> None:
    path.write_bytes(b"\0" * 200 + path.read_bytes()[200:])


DAMAGES = (flipped, cut, headless)


def foreign(path: Path, number: int = 0) -> bytes:
    """Make the database of another program, with its application id; its bytes."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute(f"PRAGMA application_id = {number}")
        connection.commit()
    return path.read_bytes()


def newer(path: Path) -> bytes:
    """Let a register be of a newer version; its bytes."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.execute("PRAGMA journal_mode = DELETE")
    return path.read_bytes()

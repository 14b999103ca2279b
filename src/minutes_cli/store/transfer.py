"""All that a register knows as JSON Lines, and back: to read, to compare, to move, to keep for decades.

    {"register": 1, "tool": "0.1.0", "rows": {"body": 2, "meeting": 3, …}}
    {"table": "body", "row": {"id": 1, "name": "Harrowvale Parish Council"}}
    …
    {"table": "sqlite_sequence", "row": {"name": "action", "seq": 17}}

Tables stand parents first, rows by id. Bytes are {"base64": …}; minutes are {"json": …} as they were printed, or
{"deflated": text} where JSON written anew would not be the same text. The index for search is made again.
"""

from __future__ import annotations

import base64
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping

from minutes_cli.store.schema import NUMBERED, TABLES

SEQUENCE = "sqlite_sequence"
_MINUTES = ("version", "data")


def export(connection: sqlite3.Connection, tool: str) -> Iterator[bytes]:
    """The lines, of one moment: what others write meanwhile is not among them.

    tool   the version of minutes that writes them
    """
    connection.execute("BEGIN")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        yield _line({"register": version, "tool": tool, "rows": _rows(connection)})
        for table in TABLES:
            rows = connection.execute(f"SELECT * FROM {table} ORDER BY id")
            columns = [column for column, *_ in rows.description]
            for row in rows:
                pairs = zip(columns, row, strict=True)
                yield _line({"table": table, "row": {column: _told(table, column, value) for column, value in pairs}})
        for name in NUMBERED:
            for (last,) in connection.execute(f"SELECT seq FROM {SEQUENCE} WHERE name = ?", (name,)):
                yield _line({"table": SEQUENCE, "row": {"name": name, "seq": last}})
    finally:
        connection.execute("ROLLBACK")


def value_of(told: object) -> object:
    """The value of a column that `export` tells so; ValueError where it does not tell any so."""
    if told is None or isinstance(told, str) or (isinstance(told, int) and not isinstance(told, bool)):
        return told
    if not isinstance(told, dict) or len(told) != 1:
        raise ValueError("no value of a register")
    ((form, content),) = told.items()
    if form == "json":
        return zlib.compress(_text(content).encode())
    if form == "deflated" and isinstance(content, str):
        return zlib.compress(content.encode())
    if form == "base64" and isinstance(content, str):
        return base64.b64decode(content, validate=True)
    raise ValueError("no value of a register")


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def _told(table: str, column: str, value: object) -> object:
    if not isinstance(value, bytes):
        return value
    if (table, column) == _MINUTES:
        try:
            text = zlib.decompress(value).decode()
        except (zlib.error, UnicodeDecodeError):
            pass
        else:
            return {"json": json.loads(text)} if _is_plain(text) else {"deflated": text}
    return {"base64": base64.b64encode(value).decode("ascii")}


def _is_plain(text: str) -> bool:
    """Whether the JSON is what would be written of its content."""
    try:
        return _text(json.loads(text)) == text
    except (ValueError, RecursionError):
        return False


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _line(content: Mapping[str, object]) -> bytes:
    return _text(content).encode() + b"\n"

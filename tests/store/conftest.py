"""Registers with rows in every table, written by hand."""

import json
import zlib
from pathlib import Path

import pytest

from minutes_cli.model.minutes import Minutes
from minutes_cli.store.database import opened, transaction


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "home" / "register.db"


@pytest.fixture
def filled(register: Path, wrenshire: Minutes) -> Path:
    """A register with one meeting, two of whose three actions turned out to be one."""
    data = zlib.compress(wrenshire.model_dump_json().encode())
    day, note = "2022-11-02", json.dumps({"text": "Share the \U0001d538 survey.\x1b\u2028", "n": 1.50})
    with opened(register, write=True) as connection, transaction(connection):

        def put(table: str, *values: object) -> None:
            marks = ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)

        connection.execute("PRAGMA defer_foreign_keys = ON")
        put("body", 3, "Wrenshire Police and Crime Commissioner", "Assurance")
        put("body", 7, None, "Meeting")
        meeting = ("wrenshire-2022-11-02", 3, day, day, "14:30", "Assurance", "Wrenshire", "Ann Rowe")
        put("meeting", 5, *meeting, None, None, None, None, "notes.pdf", 2, 1, 1, 2, 1)
        put("version", 1, 5, 1, "2024-03-18T09:30:00", "notes.pdf", "0" * 64, None, "0.1", data, None)
        copy = zlib.compress(b"%PDF-1.7")
        put("version", 2, 5, 2, "2024-03-19T09:30:00", "notes.pdf", "1" * 64, 1, "0.1", data, copy)
        put("action", 4, "u-4", 3, 9, "open", None, day, day, 0, note)
        put("action", 9, "u-9", 3, None, "closed", "2022-12-01", day, day, 1, note)
        put("entry", 1, 5, "a1", "a1", 0, 0, "", 9, 4, None, note)
        put("entry", 2, 5, "a2", "a2", 1, 0, "4", 9, 9, json.dumps({"to": 1}), note)
        put("entry", 3, 5, "a3", "a3", 2, 1, "", 9, None, None, note)
        put("doubt", 1, 5, note)
        put("change", 1, "2024-03-18T09:30:00", "ann", "close", day, 9, None, "done", None, None, None, None)
        put("change", 8, "2024-03-18T09:30:00", "ann", "link", day, 9, None, None, 1, 2, "2024-03-19", "bo")
        for table in ("item", "decision"):
            put(table, 6, 5, 0, note)
        put("seat", 6, 5, 0, "ann rowe", note)
        put("passage", 2, 5, "item", "1", 1, None, "Welcome and apologies")
        put("passage", 3, 5, "action", None, None, 12, "Share the estates survey.")
        connection.execute("UPDATE sqlite_sequence SET seq = 30 WHERE name = 'action'")  # a later one is gone
    return register

"""Whether a register is sound: what SQLite can tell, and whether what is made from the minutes fits them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from minutes_cli.errors import MinutesError, RegisterError
from minutes_cli.model.loading import read_minutes
from minutes_cli.store.copying import damage, is_damage
from minutes_cli.store.database import opened, recover, telling
from minutes_cli.store.places import has_content, log_of
from minutes_cli.store.schema import NUMBERED


class Checked(NamedTuple):
    """What a register holds, and each thing that is wrong with it on one line.

    size   bytes of the file and of the log beside it
    """

    meetings: int
    actions: int
    changes: int
    size: int
    version: int
    findings: tuple[str, ...]


# Rows of a meeting, and the column that says how many there are.
_COUNTED = (
    ("n_attendees", "attendees", "SELECT count(*) FROM seat WHERE meeting_id = meeting.id"),
    ("n_items", "items", "SELECT count(*) FROM item WHERE meeting_id = meeting.id"),
    ("n_actions", "actions", "SELECT count(*) FROM entry WHERE meeting_id = meeting.id AND NOT struck"),
    ("n_decisions", "decisions", "SELECT count(*) FROM decision WHERE meeting_id = meeting.id"),
)


def check(register: Path) -> Checked | None:
    """Look at everything; None where there is no register yet. The register stays as it is.

    It is looked at in a copy that is gone afterwards: others may go on writing, and the search index checks itself only
    where it can be written. RegisterError where not even the copy can be made.
    """
    with telling(register):
        recover(register)
        if not has_content(register):
            return None
        with opened(register) as source, closing(sqlite3.connect("", isolation_level=None)) as copied:
            source.backup(copied)
            try:
                meetings = _one(copied, "SELECT count(*) FROM meeting")
                actions = _one(copied, "SELECT count(*) FROM action")
                changes = _one(copied, "SELECT count(*) FROM change")
                version = _one(copied, "PRAGMA user_version")
                findings = tuple(damage(copied)) or tuple(_findings(copied))
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                raise RegisterError(
                    str(register), f"damaged ({error})", "restore a backup: `minutes restore BACKUP`"
                ) from error
        size = sum(path.stat().st_size for path in (register, log_of(register)) if path.exists())
    return Checked(meetings, actions, changes, size, version, findings)


def _findings(connection: sqlite3.Connection) -> Iterator[str]:
    yield from _counts(connection)
    yield from _versions(connection)
    yield from _actions(connection)
    yield from _numbers(connection)
    yield from _search(connection)


def _counts(connection: sqlite3.Connection) -> Iterator[str]:
    for column, what, rows in _COUNTED:
        for key, told, found in connection.execute(
            f"SELECT key, {column}, ({rows}) AS found FROM meeting WHERE {column} <> found ORDER BY id"
        ):
            yield f"meeting {key} says {told} {what} and has {found}"


def _versions(connection: sqlite3.Connection) -> Iterator[str]:
    for key, number in connection.execute(
        "SELECT key, version FROM meeting WHERE NOT EXISTS"
        " (SELECT 1 FROM version WHERE meeting_id = meeting.id AND number = meeting.version) ORDER BY id"
    ):
        yield f"meeting {key} has no version {number}"
    for key, number, data, copy in connection.execute(
        "SELECT key, number, data, copy FROM version JOIN meeting ON meeting.id = meeting_id ORDER BY version.id"
    ):
        name = f"version {number} of meeting {key}"
        try:
            read_minutes(zlib.decompress(data), name)
            if copy is not None:
                zlib.decompress(copy)
        except zlib.error:
            yield f"{name} cannot be unpacked"
        except MinutesError as error:
            yield f"{name}: {error.reason}"


def _actions(connection: sqlite3.Connection) -> Iterator[str]:
    for key, name in connection.execute(
        "SELECT key, name FROM entry JOIN meeting ON meeting.id = meeting_id WHERE action_id IS NULL ORDER BY entry.id"
    ):
        yield f"entry {name} of meeting {key} belongs to no action"
    into = dict(connection.execute("SELECT id, merged_into FROM action WHERE merged_into IS NOT NULL ORDER BY id"))
    sound: set[int] = set()
    for action in into:
        chain: list[int] = []
        at = action
        while at in into and at not in sound and at not in chain:
            chain.append(at)
            at = into[at]
        if at in chain:
            yield f"action A{at} is merged into itself"
        sound.update(chain)


def _numbers(connection: sqlite3.Connection) -> Iterator[str]:
    for table in NUMBERED:
        highest = _one(connection, f"SELECT coalesce(max(id), 0) FROM {table}")
        given = _one(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?", table)
        if given < highest:
            yield f"the numbers of {table}s begin again at {given + 1}, and {highest} is given"


def _search(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        # 1: compared with the passages too (https://www.sqlite.org/fts5.html#the_integrity_check_command)
        connection.execute("INSERT INTO passage_text (passage_text, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        yield "the index for search does not fit the passages"


def _one(connection: sqlite3.Connection, statement: str, *values: object) -> int:
    return int(connection.execute(statement, values).fetchone()[0])

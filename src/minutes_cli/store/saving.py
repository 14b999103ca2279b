"""Putting the minutes of a meeting into a register: one transaction a meeting."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from minutes_cli.comparing import compare
from minutes_cli.comparing.lines import lines
from minutes_cli.errors import UsageError
from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracking import Entry
from minutes_cli.store.bodies import find_body, unnamed_like
from minutes_cli.store.database import transaction
from minutes_cli.store.keys import key_of
from minutes_cli.store.rows import write_rows
from minutes_cli.store.series import part, refollow
from minutes_cli.tracking.entries import entries_of, sitting_of
from minutes_cli.tracking.likeness import plain, text_likeness
from minutes_cli.tracking.numbers import running_number

UNDATED = "9999-12-31"
# From here on an entry of a corrected version is the reworded one of the version before.
_REWORDED = 60


class Addition(NamedTuple):
    """One set of minutes to put in.

    path   where the document is
    at     ISO date and time with zone
    copy   the document's bytes, where they are to be kept too
    tool   version of what read it
    """

    minutes: Minutes
    path: str
    at: str
    copy: bytes | None = None
    tool: str = ""


class Saved(NamedTuple):
    """What became of it.

    how           replaced: the meeting was there with other content; unchanged: nothing was written
    differences   from what was there, one a line
    """

    key: str
    how: Literal["new", "replaced", "unchanged"]
    differences: Sequence[str] = ()


def save(connection: sqlite3.Connection, addition: Addition) -> Saved:
    """Record a meeting, or a corrected version of one; it is on the disk when this returns."""
    with transaction(connection):
        return _save(connection, addition)


def _save(connection: sqlite3.Connection, addition: Addition) -> Saved:
    minutes = addition.minutes
    source = minutes.source
    meeting = connection.execute(
        "SELECT meeting.id, key, version.number = meeting.version FROM version JOIN meeting ON meeting.id = meeting_id"
        " WHERE sha256 = ? AND part IS ? ORDER BY 3 DESC, version.id DESC LIMIT 1",
        (source.sha256, source.part),
    ).fetchone()
    if meeting and not meeting[2]:
        return Saved(meeting[1], "unchanged", ["an earlier version, which was replaced since"])
    entries = entries_of(minutes, sitting_of(minutes), "")
    body = find_body(connection, minutes, entries)
    found: tuple[int, str] | None = (meeting[0], meeting[1]) if meeting else _same_meeting(connection, body, minutes)
    changed: list[str] = []
    left: tuple[int, str] | None = None  # another body's series, from a day on
    since = _day(minutes)
    if found is None:
        key = _free_key(connection, key_of(minutes))
        one = _insert(connection, body, key, minutes)
    else:
        one, key = found
        before = read_version(connection, one)
        if _content(before) == _content(minutes):
            return Saved(key, "unchanged")
        changed = list(lines(compare(before, minutes))) or ["says the same in another form"]
        was, day = connection.execute("SELECT body_id, day FROM meeting WHERE id = ?", (one,)).fetchone()
        since = min(since, day)
        if was != body:
            left = was, part(connection, one)
        _update(connection, one, body, minutes)
        if left:
            refollow(connection, *left)
    _add_version(connection, one, addition)
    _write_entries(connection, one, key, minutes)
    write_rows(connection, one, key, minutes)
    for other in unnamed_like(connection, minutes, body):
        (first,) = connection.execute("SELECT min(day) FROM meeting WHERE body_id = ?", (other,)).fetchone()
        connection.execute("UPDATE meeting SET body_id = ? WHERE body_id = ?", (body, other))
        connection.execute("UPDATE action SET body_id = ? WHERE body_id = ?", (body, other))
        since = min(since, first or since)
    refollow(connection, body, since)
    if left:
        # what went away takes the changes to it along, which is known only now
        refollow(connection, *left)
    return Saved(key, "replaced" if found else "new", changed)


def read_version(connection: sqlite3.Connection, meeting: int, number: int | None = None) -> Minutes:
    """The minutes of a meeting as they were read; the version that counts, or the one of that number."""
    (data,) = connection.execute(
        "SELECT data FROM version JOIN meeting ON meeting.id = meeting_id"
        " WHERE meeting_id = ? AND number = coalesce(?, meeting.version)",
        (meeting, number),
    ).fetchone()
    return Minutes.model_validate_json(zlib.decompress(data))


def versions(connection: sqlite3.Connection, meeting: int) -> list[int]:
    """The numbers of all that was recorded of a meeting, the oldest first."""
    rows = connection.execute("SELECT number FROM version WHERE meeting_id = ? ORDER BY number", (meeting,))
    return [int(number) for (number,) in rows]


def find_meeting(connection: sqlite3.Connection, key: str) -> int | None:
    """The meeting with that key, or the only one whose key begins so; UsageError where several do."""
    rows = connection.execute(
        "SELECT id, key FROM meeting WHERE key = ?1 OR substr(key, 1, length(?1)) = ?1 ORDER BY key <> ?1, key LIMIT 2",
        (key,),
    ).fetchall()
    if len(rows) > 1 and rows[0][1] != key:
        raise UsageError(key, "several meetings begin so", "`minutes meetings` lists their keys")
    return int(rows[0][0]) if rows else None


def keys(connection: sqlite3.Connection) -> list[str]:
    """The keys of all meetings."""
    return [str(key) for (key,) in connection.execute("SELECT key FROM meeting ORDER BY key")]


def _content(minutes: Minutes) -> dict[str, object]:
    """All that the minutes say; not where it stands, and what follows from the rest."""
    return minutes.model_dump(exclude=_DERIVED)


_ID: dict[str, Any] = {"__all__": {"id"}}
_DERIVED: dict[str, Any] = {
    **dict.fromkeys(("schema_version", "source", "pillars", "evidence", "diagnostics"), True),
    "items": {"__all__": {"id", "parent", "exchanges"}},
    "actions": _ID,
    "decisions": _ID,
    "commitments": {"__all__": {"id", "action"}},
}


def _same_meeting(connection: sqlite3.Connection, body: int, minutes: Minutes) -> tuple[int, str] | None:
    """The meeting of that body and date; of two on one day the one with the same title or time."""
    meeting = minutes.meeting
    if meeting.date is None:
        return None
    rows = connection.execute(
        "SELECT id, key, title, start_time FROM meeting WHERE body_id = ? AND date = ? ORDER BY id",
        (body, meeting.date),
    ).fetchall()
    for one, key, title, start in rows:
        if (start and start == meeting.start_time) or plain(title or "") == plain(meeting.title or ""):
            return one, key
    for one, key, _, start in rows:
        # a title is often worded anew; another time of day tells of another meeting
        if not start or not meeting.start_time:
            return one, key
    return None


def _free_key(connection: sqlite3.Connection, key: str) -> str:
    free, count = key, 1
    while connection.execute("SELECT 1 FROM meeting WHERE key = ?", (free,)).fetchone():
        count += 1
        free = f"{key}-{count}"
    return free


def _day(minutes: Minutes) -> str:
    return minutes.meeting.date or UNDATED


_COLUMNS = (
    *("body_id", "day", "date", "start_time", "title", "body_name", "chair"),
    *("next_date", "next_time", "next_venue", "next_kind", "file"),
    *("n_attendees", "n_items", "n_actions", "n_decisions"),
)


def _values(body: int, minutes: Minutes) -> tuple[object, ...]:
    meeting, following = minutes.meeting, minutes.next_meeting
    return (
        *(body, _day(minutes), meeting.date, meeting.start_time, meeting.title, meeting.body, meeting.chair),
        *((following.date, following.time, following.venue, following.kind) if following else (None,) * 4),
        minutes.source.file,
        *map(len, (minutes.attendees, minutes.items, minutes.actions, minutes.decisions)),
    )


def _insert(connection: sqlite3.Connection, body: int, key: str, minutes: Minutes) -> int:
    marks = ", ".join("?" * len(_COLUMNS))
    done = connection.execute(
        f"INSERT INTO meeting (key, version, {', '.join(_COLUMNS)}) VALUES (?, 1, {marks})",
        (key, *_values(body, minutes)),
    )
    return int(done.lastrowid or 0)


def _update(connection: sqlite3.Connection, meeting: int, body: int, minutes: Minutes) -> None:
    pairs = ", ".join(f"{column} = ?" for column in _COLUMNS)
    connection.execute(
        f"UPDATE meeting SET version = version + 1, {pairs} WHERE id = ?", (*_values(body, minutes), meeting)
    )


def _add_version(connection: sqlite3.Connection, meeting: int, addition: Addition) -> None:
    minutes = addition.minutes
    connection.execute(
        "INSERT INTO version (meeting_id, number, added, path, sha256, part, tool, data, copy)"
        " SELECT id, version, ?, ?, ?, ?, ?, ?, ? FROM meeting WHERE id = ?",
        (
            *(addition.at, addition.path, minutes.source.sha256, minutes.source.part, addition.tool),
            zlib.compress(minutes.model_dump_json().encode()),
            zlib.compress(addition.copy) if addition.copy is not None else None,
            meeting,
        ),
    )


def _write_entries(connection: sqlite3.Connection, meeting: int, key: str, minutes: Minutes) -> None:
    """Entries of a version take over the rows of those they correct; what is gone is struck out, never removed."""
    rows = connection.execute("SELECT id, name, source, data FROM entry WHERE meeting_id = ?", (meeting,)).fetchall()
    kept = {one: (name, source, Entry.model_validate_json(data)) for one, name, source, data in rows}
    entries = entries_of(minutes, sitting_of(minutes, key), key)
    taken = _corrected({one: (source, entry.text) for one, (_, source, entry) in kept.items()}, entries)
    names = {name for name, _, _ in kept.values()}
    for position, entry in enumerate(entries):
        source = entry.id.rpartition("#")[2]
        row = taken.get(position)
        name = kept[row][0] if row is not None else _free_name(source, names)
        names.add(name)
        entry = entry.model_copy(update={"id": f"{key}#{name}"})
        values = (source, position, running_number(entry.reference) or "", entry.model_dump_json())
        if row is None:
            connection.execute(
                "INSERT INTO entry (meeting_id, name, source, position, struck, number, data)"
                " VALUES (?, ?, ?, ?, 0, ?, ?)",
                (meeting, name, *values),
            )
        else:
            connection.execute(
                "UPDATE entry SET source = ?, position = ?, struck = 0, number = ?, data = ? WHERE id = ?",
                (*values, row),
            )
    for one, (_, _, entry) in kept.items():
        if one not in taken.values():
            struck = entry.model_copy(update={"struck": True})
            connection.execute("UPDATE entry SET struck = 1, data = ? WHERE id = ?", (struck.model_dump_json(), one))


def _corrected(kept: dict[int, tuple[str, str]], entries: Sequence[Entry]) -> dict[int, int]:
    """Place of an entry -> row of the one that it corrects: with the same id, else with the likest words."""
    taken: dict[int, int] = {}
    for position, entry in enumerate(entries):
        same = (one for one, (source, _) in kept.items() if source == entry.id.rpartition("#")[2])
        if (row := next((one for one in same if one not in taken.values()), None)) is not None:
            taken[position] = row
    pairs = sorted(
        (-text_likeness(entry.text, text), position, one)
        for position, entry in enumerate(entries)
        if position not in taken
        for one, (_, text) in kept.items()
        if one not in taken.values()
    )
    for likeness, position, one in pairs:
        if -likeness >= _REWORDED and position not in taken and one not in taken.values():
            taken[position] = one
    return taken


def _free_name(name: str, names: set[str]) -> str:
    free, count = name, 1
    while free in names:
        count += 1
        free = f"{name}-{count}"
    return free

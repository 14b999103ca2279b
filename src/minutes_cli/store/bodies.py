"""Whose meeting it is: bodies are seldom named twice alike, and some minutes name none."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracking import Entry
from minutes_cli.store.keys import label_of
from minutes_cli.tracking.bodies import goes_on
from minutes_cli.tracking.likeness import plain, same_body

# Minutes that name no body are of the one whose people came: so many of them, and so large a part of those who came.
_SHARED = 3
_PART = 0.5
# Entries of so many last meetings show whether a body goes on under another name.
_RECENT = 12


def find_body(connection: sqlite3.Connection, minutes: Minutes, entries: Sequence[Entry]) -> int:
    """The id of the body that met; a new one where none in the register is it."""
    name = minutes.meeting.body
    near = _with_the_same_people(connection, minutes)
    if name is None:
        return next(iter(near), None) or _by_title(connection, minutes) or _new(connection, minutes)
    exactly = "SELECT body_id FROM meeting WHERE body_name = ? ORDER BY body_id LIMIT 1"
    if row := connection.execute(exactly, (name,)).fetchone():  # most are: the others need not be compared
        return int(row[0])
    known = connection.execute("SELECT DISTINCT body_id, body_name FROM meeting WHERE body_name IS NOT NULL").fetchall()
    for body, printed in known:
        if same_body(printed, name):
            return int(body)
    for body in near:
        if _named(connection, body) and goes_on(entries, _entries(connection, body)):
            return body
    return _new(connection, minutes)


def unnamed_like(connection: sqlite3.Connection, minutes: Minutes, body: int) -> list[int]:
    """Bodies without a name whose meetings turn out to be those of `body`, for the same people came."""
    near = _with_the_same_people(connection, minutes)
    return [other for other in near if other != body and not _named(connection, other)]


def _new(connection: sqlite3.Connection, minutes: Minutes) -> int:
    values = (minutes.meeting.body, label_of(minutes))
    return int(connection.execute("INSERT INTO body (name, label) VALUES (?, ?)", values).lastrowid or 0)


def _named(connection: sqlite3.Connection, body: int) -> bool:
    (name,) = connection.execute("SELECT name FROM body WHERE id = ?", (body,)).fetchone()
    return name is not None


def _with_the_same_people(connection: sqlite3.Connection, minutes: Minutes) -> list[int]:
    """Bodies to which most of those who came today came before, named ones first, then by how many."""
    people = {plain(attendee.name) for attendee in minutes.attendees} - {""}
    if len(people) < _SHARED:
        return []
    marks = ",".join("?" * len(people))
    rows = connection.execute(
        "SELECT body_id, body.name IS NULL, count(DISTINCT person) AS shared FROM seat"
        " JOIN meeting ON meeting.id = meeting_id JOIN body ON body.id = body_id"
        f" WHERE person IN ({marks}) GROUP BY body_id ORDER BY 2, shared DESC, body_id",
        sorted(people),
    )
    return [int(body) for body, _, shared in rows if shared >= _SHARED and shared >= _PART * len(people)]


def _by_title(connection: sqlite3.Connection, minutes: Minutes) -> int | None:
    """A body without a name, and without people to know it by, whose meetings are titled alike."""
    title = minutes.meeting.title
    if title is None:
        return None
    rows = connection.execute(
        "SELECT body_id, title FROM meeting JOIN body ON body.id = body_id"
        " WHERE body.name IS NULL AND title IS NOT NULL"
    )
    return next((int(body) for body, other in rows if same_body(_lasting(other), _lasting(title))), None)


def _lasting(title: str) -> str:
    return " ".join(word for word in plain(title).split() if not any(c.isdigit() for c in word))


def _entries(connection: sqlite3.Connection, body: int) -> list[Entry]:
    rows = connection.execute(
        "SELECT data FROM entry WHERE meeting_id IN"
        " (SELECT id FROM meeting WHERE body_id = ? ORDER BY day DESC LIMIT ?)",
        (body, _RECENT),
    )
    return [Entry.model_validate_json(data) for (data,) in rows]

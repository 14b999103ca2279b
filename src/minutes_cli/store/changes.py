"""What users do to actions: recorded as changes on top of what documents say, taken back by undo, never removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from minutes_cli.errors import UsageError
from minutes_cli.model.tracking import ChangeKind, LoggedChange, TrackedAction
from minutes_cli.store.actions import FAMILY, GROUPED, project
from minutes_cli.store.database import transaction
from minutes_cli.store.series import bodies_of, refollow, thread_of


class Wish(NamedTuple):
    """A change to record.

    at      ISO date and time with zone; on: ISO date from which it holds
    value   owner, ISO date or tag, by kind
    """

    kind: ChangeKind
    at: str
    who: str
    on: str
    value: str | None = None
    note: str | None = None


def find_action(connection: sqlite3.Connection, name: str) -> int:
    """The action called A17 (or 17), or by the first letters of its id; UsageError where there is none, or several."""
    number = name[1:] if name[:1] in "aA" else name
    if number.isascii() and number.isdigit() and len(number) < 10:
        rows = connection.execute("SELECT id FROM action WHERE id = ?", (int(number),)).fetchall()
    else:
        rows = []
    if not rows and len(name) >= 3:
        rows = connection.execute(
            "SELECT id FROM action WHERE substr(uid, 1, length(?1)) = ?1 AND merged_into IS NULL"
            " ORDER BY uid <> ?1, id LIMIT 2",
            (name,),
        ).fetchall()
        if len(rows) > 1:
            exact = connection.execute("SELECT id FROM action WHERE uid = ?", (name,)).fetchall()
            rows = exact or rows
    if not rows:
        raise UsageError(name, "no such action", "`minutes actions` lists them, as A17")
    if len(rows) > 1:
        raise UsageError(name, "several actions begin so", "give more of it, or the number, as A17")
    return _taken_in(connection, rows[0][0])


def _taken_in(connection: sqlite3.Connection, action: int) -> int:
    """The action that it turned out to be; itself where it is none but itself."""
    while True:
        (into,) = connection.execute("SELECT merged_into FROM action WHERE id = ?", (action,)).fetchone()
        if into is None:
            return action
        action = int(into)


def read_action(connection: sqlite3.Connection, action: int) -> TrackedAction:
    (data,) = connection.execute("SELECT data FROM action WHERE id = ?", (action,)).fetchone()
    return TrackedAction.model_validate_json(data)


def record(connection: sqlite3.Connection, name: str, wish: Wish) -> TrackedAction:
    """Record a change of an action; the action as it stands then."""
    action = find_action(connection, name)
    record_all(connection, {action: [wish]})
    return read_action(connection, action)


def record_all(connection: sqlite3.Connection, wishes: Mapping[int, Sequence[Wish]]) -> None:
    """Record changes of actions, all or none: of each action, by the number that `find_action` gives, its own."""
    with transaction(connection):
        for one, wished in wishes.items():
            action = _taken_in(connection, one)  # another program may have been at it since
            for wish in wished:
                _insert(connection, action, wish)
            project(connection, action, thread_of(connection, action))


def link(connection: sqlite3.Connection, name: str, other: str, wish: Wish) -> TrackedAction:
    """Say that two actions are one: the later goes on from the earlier."""
    with transaction(connection):
        one, two = find_action(connection, name), find_action(connection, other)
        if one == two:
            raise UsageError(other, f"is {name} already", "`minutes action show` prints what it holds")
        bodies = {body for action in (one, two) for body, _ in bodies_of(connection, _entries(connection, action))}
        if len(bodies) > 1:
            raise UsageError(other, "is an action of another body", "only actions of one body can be linked")
        first, second = sorted(
            (_entries(connection, one), _entries(connection, two)), key=lambda entries: _when(connection, entries[0])
        )
        before = [entry for entry in first if _when(connection, entry) < _when(connection, second[0])]
        if not before:
            raise UsageError(other, f"was raised at the same meeting as {name}", "these are two actions")
        for earlier in before:
            _insert(connection, min(one, two), wish._replace(value=f"A{max(one, two)}"), earlier, second[0])
        for body, day in bodies_of(connection, [before[-1], second[0]]):
            refollow(connection, body, day)
    return read_action(connection, find_action(connection, name))


def unlink(connection: sqlite3.Connection, name: str, meeting: str, wish: Wish) -> TrackedAction:
    """Say that what a meeting's minutes mention is another action; the action that it is then."""
    with transaction(connection):
        action = find_action(connection, name)
        entries = _entries(connection, action)
        there = [entry for entry in entries if _when(connection, entry)[2] == meeting]
        if not there:
            raise UsageError(meeting, f"no meeting that mentions {name}", f"`minutes action show {name}` lists them")
        before = [entry for entry in entries if _when(connection, entry) < _when(connection, there[0])]
        if not before:
            raise UsageError(meeting, f"is where {name} was raised", "name the later meeting")
        now = action
        # parted from one action it might be taken for the next like it: it is an action of its own
        while before:
            for earlier in before:
                _insert(connection, action, wish._replace(value=meeting), earlier, there[0])
            for body, day in bodies_of(connection, [*before, there[0]]):
                refollow(connection, body, day)
            (now,) = connection.execute("SELECT action_id FROM entry WHERE id = ?", (there[0],)).fetchone()
            before = [one for one in _entries(connection, now) if _when(connection, one) < _when(connection, there[0])]
    return read_action(connection, now)


def undo(connection: sqlite3.Connection, at: str, who: str) -> list[LoggedChange]:
    """Take back what the last command changed, as one or many changes; UsageError where there is nothing.

    The changes of one command bear one moment and one name: a link of several pairs, all rows of an import.
    """
    with transaction(connection):
        at_once = connection.execute(
            "SELECT id, action_id, earlier_id, later_id FROM change WHERE undone_at IS NULL AND (at, who) ="
            " (SELECT at, who FROM change WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1) ORDER BY id"
        ).fetchall()
        if not at_once:
            raise UsageError("undo", "there is no change to take back", "`minutes log` lists them")
        connection.executemany(
            "UPDATE change SET undone_at = ?, undone_by = ? WHERE id = ?", [(at, who, one) for one, *_ in at_once]
        )
        for one in dict.fromkeys(_taken_in(connection, action) for _, action, _, later in at_once if later is None):
            project(connection, one, thread_of(connection, one))
        for _, _, earlier, later in at_once:
            if later is not None:
                for body, day in bodies_of(connection, [earlier, later]):
                    refollow(connection, body, day)
    taken = {one for one, *_ in at_once}
    return [logged for logged in log(connection) if logged.number in taken]


def log(connection: sqlite3.Connection, action: int | None = None) -> list[LoggedChange]:
    """All changes, or those of one action, the last first; those that were undone too."""
    rows = connection.execute(
        f"{FAMILY}SELECT min(change.id), at, who, kind, on_day, value, note, action_id, data ->> 'text', undone_at,"
        f" undone_by FROM change JOIN action ON action.id = action_id"
        f" WHERE ?1 IS NULL OR change.action_id IN family{GROUPED}ORDER BY 1 DESC",
        (action,),
    )
    return [
        LoggedChange(
            **{"number": one, "at": at, "who": who, "kind": kind, "on": on, "value": value, "note": note},
            action=f"A{of}",
            text=text or "",
            undone_at=undone_at,
            undone_by=undone_by,
        )
        for one, at, who, kind, on, value, note, of, text, undone_at, undone_by in rows
    ]


def _insert(
    connection: sqlite3.Connection, action: int, wish: Wish, earlier: int | None = None, later: int | None = None
) -> None:
    connection.execute(
        "INSERT INTO change (at, who, kind, on_day, action_id, value, note, earlier_id, later_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (wish.at, wish.who, wish.kind, wish.on, action, wish.value, wish.note, earlier, later),
    )


def _entries(connection: sqlite3.Connection, action: int) -> list[int]:
    rows = connection.execute(
        "SELECT entry.id FROM entry JOIN meeting ON meeting.id = meeting_id WHERE action_id = ?"
        " ORDER BY day, start_time, key, struck, position",
        (action,),
    )
    return [int(one) for (one,) in rows]


def _when(connection: sqlite3.Connection, entry: int) -> tuple[str, str, str]:
    """Day, time and key of the meeting of an entry: what meetings are ordered by."""
    day, start, key = connection.execute(
        "SELECT day, coalesce(start_time, ''), key FROM entry JOIN meeting ON meeting.id = meeting_id"
        " WHERE entry.id = ?",
        (entry,),
    ).fetchone()
    return day, start, key

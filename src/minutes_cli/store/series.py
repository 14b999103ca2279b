"""The actions of one body, followed anew from a day on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes_cli.model.tracking import Entry, Link
from minutes_cli.store.actions import project
from minutes_cli.store.numbering import number
from minutes_cli.tracking.threads import WINDOW, Follower, Thread, Ties

_ENTRIES = "SELECT entry.id, action_id, own_id, link, entry.data FROM entry JOIN meeting ON meeting.id = meeting_id "
_IN_ORDER = " ORDER BY day, start_time, key, struck, position"


class _Row(NamedTuple):
    id: int
    action: int | None
    own: int | None
    link: Link | None
    entry: Entry


def refollow(connection: sqlite3.Connection, body: int, since: str) -> None:
    """Join the entries of a body's meetings from the day `since` on anew to actions; earlier ones stay as they are.

    What comes of it is what following all its meetings at once would give: a meeting that is added late, or corrected,
    changes nothing but what it speaks of.
    """
    earlier = "SELECT id FROM meeting WHERE body_id = ? AND day < ? ORDER BY day DESC, start_time DESC, key DESC"
    recent = [one for (one,) in connection.execute(f"{earlier} LIMIT {WINDOW + 1}", (body, since))]
    (held,) = connection.execute("SELECT count(*) FROM meeting WHERE body_id = ? AND day < ?", (body, since)).fetchone()
    later = [
        (one, _rows(connection, "WHERE meeting_id = ?", (one,)))
        for (one,) in connection.execute(
            "SELECT id FROM meeting WHERE body_id = ? AND day >= ? ORDER BY day, start_time, key", (body, since)
        )
    ]
    coming = [row for _, rows in later for row in rows]
    known = _known(connection, body, since, recent, coming)
    seen = {one: held - back for back, one in enumerate(recent)}
    threads = [
        Thread([row.entry for row in rows], [row.link for row in rows], _seen(connection, rows[-1].id, seen))
        for rows in known
    ]
    ids = {row.entry.id: row.id for rows in known for row in rows} | {row.entry.id: row.id for row in coming}
    follower = Follower(_ties(connection, body), threads, held)
    changed: dict[int, Thread] = {}
    for meeting, rows in later:
        told = len(follower.doubts)
        changed.update((id(thread), thread) for thread in follower.add([row.entry for row in rows]))
        connection.execute("DELETE FROM doubt WHERE meeting_id = ?", (meeting,))
        connection.executemany(
            "INSERT INTO doubt (meeting_id, data) VALUES (?, ?)",
            [(meeting, doubt.model_dump_json()) for doubt in follower.doubts[told:]],
        )
    moved = {row.action for row in coming if row.action is not None}
    for rows, thread in zip(known, threads, strict=True):
        if rows[0].action in moved:
            changed[id(thread)] = thread
    before = {row.id: row.action for row in (*coming, *(r for rows in known for r in rows)) if row.action is not None}
    own = {row.id: row.own for row in (*coming, *(r for rows in known for r in rows)) if row.own is not None}
    _store(connection, body, list(changed.values()), ids, before, own)


def part(connection: sqlite3.Connection, meeting: int) -> str:
    """Take a meeting's entries out of actions that other meetings mention, for it was another body's.

    Those actions keep their numbers; one that the meeting alone mentions goes with it. Returns the day from which the
    body that it leaves has to be followed anew.
    """
    (day,) = connection.execute(
        "SELECT min(day) FROM meeting WHERE id = ?1 OR id IN (SELECT meeting_id FROM entry"
        " WHERE action_id IN (SELECT action_id FROM entry WHERE meeting_id = ?1))",
        (meeting,),
    ).fetchone()
    for column in ("own_id", "action_id"):
        connection.execute(
            f"UPDATE entry SET {column} = NULL WHERE meeting_id = ?1 AND EXISTS"
            f" (SELECT 1 FROM entry AS other WHERE other.action_id = entry.{column} AND other.meeting_id <> ?1)",
            (meeting,),
        )
    return str(day)


def _known(
    connection: sqlite3.Connection, body: int, since: str, recent: Sequence[int], coming: Sequence[_Row]
) -> list[list[_Row]]:
    """The actions that may go on, or lose an entry, each with its entries before `since`, in the order of raising."""
    wanted: set[int] = {row.action for row in coming if row.action is not None}
    for meeting in recent:
        found = connection.execute("SELECT DISTINCT action_id FROM entry WHERE meeting_id = ?", (meeting,))
        wanted.update(one for (one,) in found if one is not None)
    numbers = connection.execute(
        "SELECT DISTINCT e.action_id FROM entry AS e JOIN meeting AS m ON m.id = e.meeting_id"
        " WHERE e.number <> '' AND m.body_id = ?1 AND e.number IN (SELECT number FROM entry AS n"
        " JOIN meeting AS c ON c.id = n.meeting_id WHERE n.number <> '' AND c.body_id = ?1 AND c.day >= ?2)",
        (body, since),
    )
    wanted.update(one for (one,) in numbers if one is not None)
    tied = connection.execute(
        "SELECT e.action_id FROM change JOIN entry AS e ON e.id IN (earlier_id, later_id)"
        " JOIN meeting AS m ON m.id = e.meeting_id WHERE earlier_id IS NOT NULL AND m.body_id = ?",
        (body,),
    )
    wanted.update(one for (one,) in tied if one is not None)
    actions = []
    for action in sorted(wanted):
        rows = _rows(connection, "WHERE action_id = ? AND day < ?", (action, since))
        if rows:
            actions.append(rows)
    order = {
        one: place
        for place, (one,) in enumerate(
            connection.execute(
                f"SELECT id FROM meeting WHERE id IN ({','.join('?' * len(actions))}) ORDER BY day, start_time, key",
                [_meeting_of(connection, rows[0].id) for rows in actions],
            )
        )
    }
    return sorted(actions, key=lambda rows: (order[_meeting_of(connection, rows[0].id)], rows[0].id))


def _meeting_of(connection: sqlite3.Connection, entry: int) -> int:
    (meeting,) = connection.execute("SELECT meeting_id FROM entry WHERE id = ?", (entry,)).fetchone()
    return int(meeting)


def _seen(connection: sqlite3.Connection, entry: int, seen: dict[int, int]) -> int:
    """Running number of the meeting of an entry; 0 stands for all that are long past."""
    return seen.get(_meeting_of(connection, entry), 0)


def _rows(connection: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[_Row]:
    return [
        _Row(one, action, own, Link.model_validate_json(link) if link else None, Entry.model_validate_json(data))
        for one, action, own, link, data in connection.execute(_ENTRIES + where + _IN_ORDER, values)
    ]


def thread_of(connection: sqlite3.Connection, action: int) -> Thread:
    """The entries of an action, oldest first."""
    rows = _rows(connection, "WHERE action_id = ?", (action,))
    return Thread([row.entry for row in rows], [row.link for row in rows], 0)


def _ties(connection: sqlite3.Connection, body: int) -> Ties:
    """What users said of pairs of entries; of a pair the last word counts."""
    rows = connection.execute(
        "SELECT kind, em.key || '#' || e.name, lm.key || '#' || l.name FROM change"
        " JOIN entry AS e ON e.id = earlier_id JOIN meeting AS em ON em.id = e.meeting_id"
        " JOIN entry AS l ON l.id = later_id JOIN meeting AS lm ON lm.id = l.meeting_id"
        " WHERE kind IN ('link', 'unlink') AND undone_at IS NULL AND em.body_id = ? ORDER BY change.id",
        (body,),
    )
    last = {(earlier, later): kind for kind, earlier, later in rows}
    return Ties(
        frozenset(pair for pair, kind in last.items() if kind == "link"),
        frozenset(pair for pair, kind in last.items() if kind == "unlink"),
    )


def _store(
    connection: sqlite3.Connection,
    body: int,
    threads: Sequence[Thread],
    ids: dict[str, int],
    before: dict[int, int],
    own: dict[int, int],
) -> None:
    members = [[ids[entry.id] for entry in thread.entries] for thread in threads]
    numbering = number(members, before, own)
    for merged, into in numbering.merged.items():
        connection.execute("UPDATE action SET merged_into = ? WHERE id = ?", (into, merged))
    actions: list[int] = []
    for thread, entries, action in zip(threads, members, numbering.actions, strict=True):
        if action is None:
            action = _new(connection, body, thread, entries[0])
        connection.execute("UPDATE action SET merged_into = NULL, body_id = ? WHERE id = ?", (body, action))
        connection.executemany(
            "UPDATE entry SET action_id = ?, link = ? WHERE id = ?",
            [
                (action, link.model_dump_json() if link else None, entry)
                for entry, link in zip(entries, thread.links, strict=True)
            ],
        )
        actions.append(action)
    # what was merged before into an action that is merged now goes with it
    for merged, into in numbering.merged.items():
        connection.execute("UPDATE action SET merged_into = ? WHERE merged_into = ? AND id <> ?", (into, merged, into))
    for thread, action in zip(threads, actions, strict=True):
        project(connection, action, thread)


def _new(connection: sqlite3.Connection, body: int, thread: Thread, entry: int) -> int:
    """A new action, made for its first entry."""
    uid = name = thread.entries[0].id.rpartition("#")[2]
    # names such as a1-2; "." is the next letter after "-": there is no need to try each from the first on
    (count,) = connection.execute(
        "SELECT count(*) FROM action WHERE uid = ?1 OR (uid >= ?1 || '-' AND uid < ?1 || '.')", (name,)
    ).fetchone()
    if count:
        uid = f"{name}-{count + 1}"
    while connection.execute("SELECT 1 FROM action WHERE uid = ?", (uid,)).fetchone():
        count += 1
        uid = f"{name}-{count + 1}"
    action = connection.execute(
        "INSERT INTO action (uid, body_id, state, raised, mentioned, slips, data)"
        " VALUES (?, ?, 'open', '', '', 0, '{}')",
        (uid, body),
    ).lastrowid
    connection.execute("UPDATE entry SET own_id = ? WHERE id = ?", (action, entry))
    return int(action or 0)


def bodies_of(connection: sqlite3.Connection, entries: Iterable[int]) -> list[tuple[int, str]]:
    """Of entries, each body with the day of its first meeting among them."""
    marks = list(entries)
    rows = connection.execute(
        "SELECT body_id, min(day) FROM entry JOIN meeting ON meeting.id = meeting_id"
        f" WHERE entry.id IN ({','.join('?' * len(marks))}) GROUP BY body_id ORDER BY body_id",
        marks,
    )
    return [(int(body), str(day)) for body, day in rows]

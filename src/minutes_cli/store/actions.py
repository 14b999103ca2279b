"""Actions as they stand: made from their entries and users' changes, and kept for quick lists."""

from __future__ import annotations

import sqlite3

from minutes_cli.model.tracking import Change
from minutes_cli.tracking.life import tracked
from minutes_cli.tracking.thread import Thread

# an action and all that was merged into it
FAMILY = (
    "WITH RECURSIVE family (id) AS (SELECT ?1 UNION SELECT action.id FROM action JOIN family"
    " ON action.merged_into = family.id) "
)
# a link or its opposite is one change, however many pairs of entries it is about
GROUPED = (
    " GROUP BY CASE WHEN later_id IS NULL THEN CAST(change.id AS TEXT)"
    " ELSE at || kind || change.action_id || '/' || later_id END "
)
_CHANGE = "min(id), at, who, kind, on_day, value, note"


def project(connection: sqlite3.Connection, action: int, thread: Thread) -> None:
    """Reckon an action anew from its entries and changes, and keep the result."""
    uid, body = connection.execute(
        "SELECT uid, coalesce(body.name, body.label) FROM action JOIN body ON body.id = body_id WHERE action.id = ?",
        (action,),
    ).fetchone()
    stands = tracked(thread, changes_of(connection, action), f"A{action}")
    stands = stands.model_copy(update={"id": uid, "body": body})
    last = max((mention.date or "" for mention in stands.mentions if not mention.struck), default="")
    connection.execute(
        "UPDATE action SET state = ?, due = ?, raised = ?, mentioned = ?, slips = ?, data = ? WHERE id = ?",
        (stands.state, stands.due, stands.raised.date or "", last, stands.slips, stands.model_dump_json(), action),
    )


def changes_of(connection: sqlite3.Connection, action: int) -> list[Change]:
    """What users did to an action, and to those merged into it, oldest first, without what was undone."""
    rows = connection.execute(
        f"{FAMILY}SELECT {_CHANGE} FROM change WHERE action_id IN family AND undone_at IS NULL{GROUPED}ORDER BY 1",
        (action,),
    )
    return [
        Change(number=one, at=at, who=who, kind=kind, on=on, value=value, note=note)
        for one, at, who, kind, on, value, note in rows
    ]

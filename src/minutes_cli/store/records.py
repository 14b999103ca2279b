"""The rows of a register: `model.records.Records` says what each gives."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from minutes_cli.errors import UsageError
from minutes_cli.model.collection import Collection, History
from minutes_cli.model.discussion import MadeCommitment
from minutes_cli.model.minutes import Frozen, Minutes
from minutes_cli.model.records import DiscussedItem, HeldMeeting, Seat, TakenDecision
from minutes_cli.model.tracking import Doubt, State, TrackedAction
from minutes_cli.store.places import companions
from minutes_cli.store.saving import find_meeting, read_version
from minutes_cli.text.bodies import is_body

Row = TypeVar("Row", bound=Frozen)

_HELD = (
    *("key", "title", "date", "start_time", "chair", "file"),
    *("next_date", "next_time", "next_venue", "next_kind"),
)


class RegisterRecords:
    """What a register holds, as rows; a filter that SQL can apply is applied there."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    @property
    def files(self) -> tuple[str, ...]:
        """What must not be written over: the register itself, and the documents of its meetings."""
        documents = self._connection.execute("SELECT DISTINCT path FROM version").fetchall()
        return *map(str, (self._path, *companions(self._path))), *(path for (path,) in documents)

    def is_empty(self) -> bool:
        return self._connection.execute("SELECT 1 FROM meeting LIMIT 1").fetchone() is None

    def seats(self, body: str | None = None, since: str | None = None) -> Iterator[Seat]:
        return self._rows("seat", Seat, body, since)

    def decisions(self, body: str | None = None, since: str | None = None) -> Iterator[TakenDecision]:
        return self._rows("decision", TakenDecision, body, since)

    def items(self, body: str | None = None, since: str | None = None) -> Iterator[DiscussedItem]:
        return self._rows("item", DiscussedItem, body, since)

    def commitments(self, body: str | None = None, since: str | None = None) -> Iterator[MadeCommitment]:
        return self._rows("commitment", MadeCommitment, body, since)

    def actions(
        self,
        body: str | None = None,
        since: str | None = None,
        states: tuple[State, ...] = (),
        most: int | None = None,
    ) -> Iterator[TrackedAction]:
        where, values = self._action_filter(body, since, states)
        rows = self._connection.execute(
            f"SELECT data FROM action WHERE {where} ORDER BY raised = '', raised, id LIMIT ?",
            (*values, -1 if most is None else most),
        )
        return (TrackedAction.model_validate_json(data) for (data,) in rows.fetchall())

    def count_actions(self, body: str | None = None, since: str | None = None, states: tuple[State, ...] = ()) -> int:
        where, values = self._action_filter(body, since, states)
        return int(self._connection.execute(f"SELECT count(*) FROM action WHERE {where}", values).fetchone()[0])

    def _action_filter(
        self, body: str | None, since: str | None, states: tuple[State, ...]
    ) -> tuple[str, list[object]]:
        # states stand in the text: an index over the open ones is used where the query names just these
        where, values = ["merged_into IS NULL"], list[object]()
        if states:
            where.append("state IN ({})".format(", ".join(f"'{state}'" for state in states)))
        if since is not None:
            where.append("raised >= ?")
            values.append(since)
        if body is not None:
            where.append(self._of(body))
        return " AND ".join(where), values

    def meetings(self, body: str | None = None, since: str | None = None) -> Iterator[HeldMeeting]:
        rows = self._connection.execute(
            "SELECT coalesce(body.name, body.label), path, sha256, added, version.number, n_attendees, n_items,"
            f" n_actions, n_decisions, {', '.join(f'meeting.{column}' for column in _HELD)} FROM meeting"
            " JOIN body ON body.id = body_id"
            " JOIN version ON version.meeting_id = meeting.id AND version.number = meeting.version"
            " WHERE day >= ? ORDER BY day, start_time, key",
            (since or "",),
        )
        for name, path, sha256, added, versions, attendees, items, actions, decisions, *held in rows.fetchall():
            named = dict(zip(_HELD, held, strict=True))
            if is_body(body, name, named["title"]) and not (since and named["date"] is None):
                yield HeldMeeting(
                    **named,
                    body=name,
                    path=path,
                    sha256=sha256,
                    added=added,
                    versions=versions,
                    attendees=attendees,
                    items=items,
                    actions=actions,
                    decisions=decisions,
                )

    def minutes(self, body: str | None = None, since: str | None = None, keys: Sequence[str] = ()) -> Iterator[Minutes]:
        return self._read(self._held(body, since, keys))

    def _held(self, body: str | None, since: str | None, keys: Sequence[str]) -> list[HeldMeeting]:
        chosen = {self._meeting(key) for key in keys}
        return [one for one in self.meetings(body, since) if not keys or self._meeting(one.key) in chosen]

    def _read(self, held: Iterable[HeldMeeting]) -> Iterator[Minutes]:
        return (read_version(self._connection, self._meeting(one.key)) for one in held)

    def collection(
        self,
        body: str | None = None,
        since: str | None = None,
        keys: Sequence[str] = (),
        actions: Sequence[TrackedAction] | None = None,
    ) -> Collection:
        held = self._held(body, since, keys)
        return Collection(
            meetings=tuple(self._read(held)),
            actions=tuple(self.actions(body, since) if actions is None else actions),
            merged=tuple(self._merged(body, since)) if actions is None else (),
            bodies=tuple(one.body for one in held),
            history=self._history(),
        )

    def _merged(self, body: str | None, since: str | None) -> Iterator[TrackedAction]:
        rows = self._connection.execute(
            "SELECT data FROM action WHERE merged_into IS NOT NULL AND raised >= ?"
            f" AND {self._of(body) if body is not None else 'TRUE'} ORDER BY id",
            (since or "",),
        )
        for (data,) in rows.fetchall():
            yield TrackedAction.model_validate_json(data).model_copy(update={"state": "superseded"})

    def _history(self) -> History | None:
        # of these rows none ever goes away
        origin = self._connection.execute("SELECT sha256 FROM version ORDER BY id LIMIT 1").fetchone()
        added, changed, undone = self._connection.execute(
            "SELECT (SELECT count(*) FROM version), count(*), count(undone_at) FROM change"
        ).fetchone()
        return History(origin=origin[0], events=added + changed + undone) if origin else None

    def source_of(self, minutes: Minutes) -> None:
        """The register keeps what was read, not the documents."""

    def _meeting(self, key: str) -> int:
        found = find_meeting(self._connection, key)
        if found is None:
            raise UsageError(key, "no such meeting in the register", "`minutes meetings` lists them")
        return found

    def doubts(self, body: str | None = None) -> Iterator[Doubt]:
        """What users have not settled yet."""
        rows = self._connection.execute(
            "SELECT doubt.data FROM doubt JOIN meeting ON meeting.id = meeting_id"
            " WHERE NOT EXISTS (SELECT 1 FROM change JOIN entry AS e ON e.id = earlier_id"
            "  JOIN entry AS l ON l.id = later_id JOIN meeting AS em ON em.id = e.meeting_id"
            "  WHERE undone_at IS NULL AND l.meeting_id = doubt.meeting_id"
            "  AND em.key || '#' || e.name = doubt.data ->> 'earlier'"
            "  AND meeting.key || '#' || l.name = doubt.data ->> 'later')"
            f" AND {self._of(body) if body is not None else 'TRUE'} ORDER BY day DESC, doubt.id"
        )
        return (Doubt.model_validate_json(data) for (data,) in rows.fetchall())

    def _of(self, body: str) -> str:
        """The condition for bodies whose name, or meetings' title where there is none, holds the words."""
        rows = self._connection.execute(
            "SELECT DISTINCT body_id, coalesce(body_name, body.name),"
            " CASE WHEN coalesce(body_name, body.name) IS NULL THEN title END"
            " FROM meeting JOIN body ON body.id = body_id"
        )
        ids = sorted({int(one) for one, name, title in rows if is_body(body, name, title)})
        return f"body_id IN ({', '.join(map(str, ids))})"

    def _rows(self, table: str, model: type[Row], body: str | None, since: str | None) -> Iterator[Row]:
        where, values = ["day >= ?"], list[object]([since or ""])
        if since is not None:
            where.append("date IS NOT NULL")
        if body is not None:
            where.append(self._of(body))
        rows = self._connection.execute(
            f"SELECT data, coalesce(body.name, label) FROM {table} JOIN meeting ON meeting.id = meeting_id"
            f" JOIN body ON body.id = body_id WHERE {' AND '.join(where)} ORDER BY day, start_time, key, position",
            values,
        )
        # a body is called the same over all its meetings, however these are headed
        named = "body" in model.model_fields
        for data, name in rows.fetchall():
            row = model.model_validate_json(data)
            yield row.model_copy(update={"body": name}) if named else row

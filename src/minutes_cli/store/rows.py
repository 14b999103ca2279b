"""The rows of one meeting that lists and search are made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.places import Place, places_of
from minutes_cli.tracking.discussion import made
from minutes_cli.tracking.entries import sitting_of
from minutes_cli.tracking.likeness import plain
from minutes_cli.tracking.records import decisions_of, items_of, seats_of

_TABLES = ("item", "seat", "decision", "commitment", "passage")
_Passage = tuple[str, str | None, Place, str]


def write_rows(connection: sqlite3.Connection, meeting: int, key: str, minutes: Minutes) -> None:
    """Put the rows of a meeting in place of those that were there."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE meeting_id = ?", (meeting,))
    sitting = sitting_of(minutes, key)
    connection.executemany(
        "INSERT INTO item (meeting_id, position, data) VALUES (?, ?, ?)",
        [(meeting, n, item.model_dump_json()) for n, item in enumerate(items_of(minutes, sitting))],
    )
    connection.executemany(
        "INSERT INTO seat (meeting_id, position, person, data) VALUES (?, ?, ?, ?)",
        [(meeting, n, plain(seat.name), seat.model_dump_json()) for n, seat in enumerate(seats_of(minutes, sitting))],
    )
    connection.executemany(
        "INSERT INTO decision (meeting_id, position, data) VALUES (?, ?, ?)",
        [(meeting, n, one.model_dump_json()) for n, one in enumerate(decisions_of(minutes, sitting))],
    )
    promises = (one.model_copy(update={"made": sitting}) for one in made([minutes]))
    connection.executemany(
        "INSERT INTO commitment (meeting_id, position, data) VALUES (?, ?, ?)",
        [(meeting, n, one.model_dump_json()) for n, one in enumerate(promises)],
    )
    connection.executemany(
        "INSERT INTO passage (meeting_id, kind, item, page, line, text) VALUES (?, ?, ?, ?, ?, ?)",
        [(meeting, kind, item, *place, text) for kind, item, place, text in _passages(minutes)],
    )


def _passages(minutes: Minutes) -> Iterator[_Passage]:
    """What can be looked for; exchanges stand in the paragraphs too."""
    places = places_of(minutes)

    def place(path: str, otherwise: Place = (None, None)) -> Place:
        return places.get(path, otherwise)

    for i, item in enumerate(minutes.items):
        name, where = item.number or item.title, place(f"/items/{i}/title")
        yield "item", name, where, item.title
        for j, paragraph in enumerate(item.paragraphs):
            yield "paragraph", name, place(f"/items/{i}/paragraphs/{j}", where), paragraph
        for j, exchange in enumerate(item.exchanges):
            yield "exchange", name, place(f"/items/{i}/exchanges/{j}/text", where), exchange.text
    for i, action in enumerate(minutes.actions):
        yield "action", action.item, place(f"/actions/{i}/text"), action.text
    for i, decision in enumerate(minutes.decisions):
        yield "decision", decision.item, place(f"/decisions/{i}/text"), decision.text
    for i, commitment in enumerate(minutes.commitments):
        yield "commitment", commitment.item, place(f"/commitments/{i}/text"), commitment.text
    for i, attendee in enumerate(minutes.attendees):
        words = " ".join(part for part in (attendee.name, attendee.role, attendee.abbreviation) if part)
        yield "attendee", None, place(f"/attendees/{i}/name"), words

"""Made-up minutes of one body for a register, and what a register then tells of its actions."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

from minutes_cli.model.minutes import Action, Attendee, Item, Meeting, Minutes, Party, Source
from minutes_cli.model.tracking import TrackedAction
from minutes_cli.store.saving import Addition

BODY = "Reedham Parish Council"
PEOPLE = ("Ann Rowe", "Bo Tarn", "Cy Marsh", "Di Weld")
AT = "2024-03-18T09:30:00+00:00"


def minutes(day: int | None, rows: list[dict[str, Any]], body: str | None = BODY, edition: int = 0) -> Minutes:
    """The minutes of the meeting on a day, counted from 2021-01-01; every edition is a document of its own."""
    date = f"2021-{day // 28 + 1:02}-{day % 28 + 1:02}" if day is not None else None
    actions = tuple(_action(place, dict(row)) for place, row in enumerate(rows, 1))
    return Minutes(
        source=Source(
            file=f"{date or 'undated'}.pdf",
            sha256=hashlib.sha256(f"{day} {body} {edition} {rows}".encode()).hexdigest(),
            media_type="application/pdf",
            profile="generic",
        ),
        meeting=Meeting(title="Meeting of the council", body=body, date=date),
        attendees=tuple(Attendee(name=name, status="present") for name in PEOPLE),
        items=(Item(id="i1", number="2", title="Matters arising", paragraphs=("All were gone through.",)),),
        actions=actions,
    )


def _action(place: int, row: dict[str, Any]) -> Action:
    owners = tuple(Party(as_written=name) for name in row.pop("owners", ()))
    return Action(id=f"a{place}", owners=owners, **row)


def addition(made: Minutes) -> Addition:
    return Addition(made, f"/notes/{made.source.file}", AT, None, "0.1")


def actions_in(connection: sqlite3.Connection) -> list[TrackedAction]:
    rows = connection.execute("SELECT data FROM action WHERE merged_into IS NULL ORDER BY id")
    return [TrackedAction.model_validate_json(data) for (data,) in rows]


def told(actions: list[TrackedAction], *, struck: bool = True) -> list[Any]:
    """What is told of actions, without their numbers and ids, in an order of its own."""
    return sorted(
        (
            action.text,
            action.state,
            action.due or "",
            action.slips,
            [owner.as_written for owner in action.owners],
            [
                (
                    mention.date or "",
                    mention.how,
                    mention.state,
                    mention.quote,
                    mention.struck,
                    (mention.link.rule, mention.link.likeness, mention.link.confidence) if mention.link else (),
                )
                for mention in action.mentions
                if struck or not mention.struck
            ],
        )
        for action in actions
    )


def dump(connection: sqlite3.Connection) -> list[str]:
    return list(connection.iterdump())

"""Followed actions from the short form of the cases."""

from __future__ import annotations

from typing import Any

from minutes_cli.model.minutes import Party
from minutes_cli.model.tracking import Change, Mention, Sitting, TrackedAction


def sitting(date: object) -> Sitting:
    return Sitting(meeting="Council", date=str(date) if date else None, file="a.pdf")


def tracked(row: dict[str, Any], number: int = 0) -> TrackedAction:
    """The action of a row: raised, text, owners, due, state, number, slips, then ("DATE how"), changes."""
    raised = sitting(row.get("raised"))
    text = row.get("text", f"Task {number}.")
    mentions = [Mention(**dict(raised), how="raised", quote=text)]
    for later in row.get("then", ()):
        date, how = later.split()
        mentions.append(Mention.model_validate({**dict(sitting(date)), "how": how, "quote": text}))
    changes = [_change(n, **change) for n, change in enumerate(row.get("changes", ()), start=1)]
    return TrackedAction.model_validate(
        {
            "id": f"a{number}",
            "number": row.get("number"),
            "reference": row.get("reference"),
            "text": text,
            "owners": tuple(Party(as_written=name, name=name) for name in row.get("owners", ())),
            "due": str(row["due"]) if row.get("due") else None,
            "due_text": row.get("due_text"),
            "state": row.get("state", "open"),
            "slips": row.get("slips", 0),
            "item": row.get("item"),
            "body": row.get("body", "Council"),
            "raised": raised,
            "mentions": tuple(mentions),
            "changes": tuple(changes),
        }
    )


def _change(number: int, date: object, kind: str, value: object = None) -> Change:
    at = f"{date}T10:00:00+00:00"
    told = {"number": number, "at": at, "who": "ann", "kind": kind, "on": str(date)}
    return Change.model_validate({**told, "value": str(value) if value else None})

"""The columns of users' changes."""

from __future__ import annotations

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.tracking import LoggedChange

CHANGES = Table[LoggedChange](
    columns=("number", "at", "who", "kind", "on", "action", "value", "note", "undone_at", "undone_by", "text"),
    cells=lambda one: (
        *(str(one.number), one.at, one.who, one.kind, one.on, one.action, one.value or "", one.note or ""),
        *(one.undone_at or "", one.undone_by or "", one.text),
    ),
    header=("When", "Who", "Change", "Action", "Note"),
    brief=lambda one: (
        *(one.at[:16].replace("T", " "), one.who),
        " ".join(part for part in (one.kind, one.value, "(undone)" if one.undone_at else "") if part),
        *(f"{one.action} {one.text}", one.note or ""),
    ),
)

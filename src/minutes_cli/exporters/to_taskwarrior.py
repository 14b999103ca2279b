"""Taskwarrior: what `task import` reads, by "Taskwarrior JSON Format", https://taskwarrior.org/docs/design/task/.

An import of a task whose uuid is there changes that task. Dates are YYYYMMDDTHHMMSSZ (Data Type: Date), a tag is one
word (Attribute: tags), a point in a project would make a project within another (Attribute: project). A task needs an
`entry`, and one that is done an `end`: where minutes have no date Taskwarrior gives them its own.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any, BinaryIO
from uuid import UUID

from minutes_cli.exporters.identity import identified
from minutes_cli.exporters.records.tables import person
from minutes_cli.exporters.records.to_todo import word
from minutes_cli.exporters.telling import last_day
from minutes_cli.exporters.to_jsonl import encode
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import SETTLED, State, TrackedAction
from minutes_cli.text.days import day_of
from minutes_cli.text.safe import safe

_STATUS: dict[State, str] = {
    "open": "pending",
    "in_progress": "pending",
    "proposed": "pending",
    "closed": "completed",
    "withdrawn": "deleted",
    "superseded": "deleted",
}


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write an array of tasks."""
    tasks = [_task(one, action) for one, action in identified(collection, merged=True)]
    stream.write(encode(json.dumps(tasks, ensure_ascii=False, indent=2)))


def _task(one: UUID, action: TrackedAction) -> dict[str, Any]:
    last = _moment(last_day(action))
    tags = [word(person(owner)) for owner in action.owners] + [word(kind) for kind in (*action.pillars, *action.tags)]
    found: dict[str, Any] = {
        "uuid": str(one),
        "status": _STATUS[action.state],
        "description": safe(action.text),
        "project": safe(action.body).replace(".", "") if action.body else None,
        "entry": _moment(action.raised.date),
        "modified": last,
        "start": last if action.state in ("in_progress", "proposed") else None,
        "due": _moment(action.due),
        "end": last if action.state in SETTLED else None,
        "tags": list(dict.fromkeys(tags)),
        "annotations": list(_annotations(action)),
    }
    return {name: value for name, value in found.items() if value}


def _annotations(action: TrackedAction) -> Iterator[dict[str, str]]:
    """What minutes and users say of it: each at its own second, for two at one would be one."""
    told = [(one.date, f"{one.how}: {one.update or one.quote}") for one in action.mentions]
    told += [(one.on, f"{one.kind}: {one.value or one.note or one.who}") for one in action.changes]
    for second, (date, text) in enumerate(told):
        if moment := _moment(date, second):
            yield {"entry": moment, "description": safe(text)}


def _moment(iso: str | None, second: int = 0) -> str | None:
    """Noon of that day: the same day in nearly every time zone."""
    day = day_of(iso)
    if day is None:
        return None
    noon = datetime.datetime.combine(day, datetime.time(12)) + datetime.timedelta(seconds=second)
    # strftime pads no years below 1000
    return noon.isoformat().replace("-", "").replace(":", "") + "Z"

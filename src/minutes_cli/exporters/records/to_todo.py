"""todo.txt: one action a line, by the format rules of https://github.com/todotxt/todo.txt.

Dates stand in front (incomplete tasks, rule 2; complete tasks, rules 1 and 2); owners are contexts and the body is the
project, each one word (incomplete tasks, rule 3); `due:` and `id:` are additional definitions, without a colon in their
value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, BinaryIO

from pydantic import BaseModel

from minutes_cli.exporters.records.tables import Table, person
from minutes_cli.exporters.telling import last_day
from minutes_cli.model.tracking import UNSETTLED, TrackedAction
from minutes_cli.text.safe import safe

_NO_WORD = re.compile(r"[^\w.'’-]+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
# What the beginning of a line would be taken for: done, a priority, a date.
_SIGN = re.compile(r"x |\([A-Z]\) |\d{4}-\d{2}-\d{2} ")


def write(records: Sequence[BaseModel], table: Table[Any], stream: BinaryIO) -> None:
    """Write one line an action; done ones begin with x and the day on which they were settled."""
    stream.writelines(f"{_line(record)}\n".encode() for record in records if isinstance(record, TrackedAction))


def _line(action: TrackedAction) -> str:
    text = safe(action.text)
    raised = _date(action.raised.date)
    head = [raised]
    if action.state not in UNSETTLED:
        settled = _date(last_day(action))
        head = ["x", settled, raised if settled else ""]
    if not head[-1] and _SIGN.match(text):
        text = f"- {text}"
    tags = [f"+{word(action.body)}" if action.body else ""]
    tags += [f"@{word(person(owner))}" for owner in action.owners]
    tags += [f"due:{_date(action.due)}" if _date(action.due) else "", f"id:{word(action.number or action.id)}"]
    return " ".join(filter(None, (*head, text, *tags)))


def _date(iso: str | None) -> str:
    return iso if iso and _ISO.fullmatch(iso) else ""


def word(text: str) -> str:
    """A name as one word: contexts and projects hold no blanks."""
    return _NO_WORD.sub("_", safe(text)).strip("_") or "nobody"

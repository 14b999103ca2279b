"""Actions as rows of a CSV file that a task board takes in: columns by the names that the board gives them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import BinaryIO
from uuid import UUID

from minutes_cli.exporters.formulas import guarded
from minutes_cli.exporters.identity import identified
from minutes_cli.exporters.telling import last_day, told
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import SETTLED, TrackedAction
from minutes_cli.text.days import day_of
from minutes_cli.text.safe import safe, safe_lines

# A head with what the cells below it hold; a board may want one head several times.
Column = tuple[str, Callable[[UUID, TrackedAction], str]]
Columns = Sequence[Column]


def write_board(collection: Collection, columns: Columns, stream: BinaryIO) -> None:
    """Write a header line and a line an action; what the minutes do not say is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head for head, _ in columns)
    for one, action in identified(collection):
        writer.writerow(guarded(safe_lines(cell(one, action))) for _, cell in columns)
    stream.write(text.getvalue().encode())


def name(action: TrackedAction, most: int) -> str:
    """The task on one line, of at most so many characters; `about` has all of a longer one."""
    text = " ".join(filter(None, (action.number, safe(action.text))))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def about(action: TrackedAction) -> str:
    """Its words, its number in the register, and what is told of it."""
    return "\n".join([safe(action.text), *map(safe, told(action))])


def day(iso: str | None) -> str:
    return iso if iso and day_of(iso) else ""


def settled_on(action: TrackedAction) -> str:
    return day(last_day(action)) if action.state in SETTLED else ""

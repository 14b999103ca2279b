"""A Markdown table, to paste into an issue or a wiki."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import BinaryIO

from minutes_cli.exporters.actions.columns import owner
from minutes_cli.model.tracking import TrackedAction
from minutes_cli.text.safe import safe

_HEADER = ("State", "Action", "Owner", "Due", "Item", "Raised")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|#~$&!]")


def write(actions: Sequence[TrackedAction], stream: BinaryIO) -> None:
    """Write one row an action."""
    rows = [_HEADER, ("---",) * len(_HEADER), *(_cells(action) for action in actions)]
    stream.writelines(f"| {' | '.join(row)} |\n".encode() for row in rows)


def _cells(action: TrackedAction) -> tuple[str, ...]:
    values = (
        action.state,
        action.text,
        ", ".join(owner(party) for party in action.owners),
        action.due or action.due_text or "",
        action.item or "",
        action.raised.date or action.raised.file,
    )
    return tuple(_escaped(value) for value in values)


def _escaped(value: str) -> str:
    return _MARKUP.sub(lambda found: f"\\{found[0]}", safe(value)).strip()

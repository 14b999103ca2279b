"""Exporters of lists of actions: TrackedActions -> bytes in an open binary stream; a new format is one line here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

if TYPE_CHECKING:
    from minutes_cli.model.tracking import TrackedAction

ACTION_EXPORTERS = {
    "json": "minutes_cli.exporters.actions.to_json",
    "jsonl": "minutes_cli.exporters.actions.to_jsonl",
    "csv": "minutes_cli.exporters.actions.to_csv",
    "markdown": "minutes_cli.exporters.actions.to_markdown",
}


class ActionExporter(Protocol):
    """What every module named in `ACTION_EXPORTERS` offers."""

    def write(self, actions: Sequence[TrackedAction], stream: BinaryIO) -> None: ...


def write_actions(actions: Sequence[TrackedAction], stream: BinaryIO, name: str) -> None:
    """Write the actions in the format of that name, one of `ACTION_EXPORTERS`."""
    cast(ActionExporter, import_module(ACTION_EXPORTERS[name])).write(actions, stream)

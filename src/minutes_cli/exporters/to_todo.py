"""todo.txt, of all actions: a line each, as `minutes actions --format todo.txt` prints them."""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters.records import to_todo
from minutes_cli.exporters.records.tables import ACTIONS
from minutes_cli.model.collection import Collection


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write one line an action."""
    to_todo.write(collection.actions, ACTIONS, stream)

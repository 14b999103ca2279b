"""Meetings of the register by their keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes


def may_be_key(name: str, register: Path) -> bool:
    """Whether a name that a user gave is no file, and there is a register in which it may be a key."""
    return name != "-" and not Path(name).exists() and register.exists()


def recorded_minutes(keys: Sequence[str], register: Path) -> tuple[list[Minutes], list[str]]:
    """The minutes of meetings by their keys, or how they begin, and the names that are no keys."""
    from minutes_cli.store.database import opened
    from minutes_cli.store.saving import find_meeting, read_version

    found: list[Minutes] = []
    unknown: list[str] = []
    with opened(register) as connection:
        for key in keys:
            meeting = find_meeting(connection, key)
            if meeting is None:
                unknown.append(key)
            else:
                found.append(read_version(connection, meeting))
    return found, unknown

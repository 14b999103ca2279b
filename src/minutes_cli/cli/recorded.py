"""Meetings of the register by their keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes

_VERSION = re.compile(r"@\d{1,6}$")
_MOST_NEAR = 3


def unknown_key(name: str, register: Path) -> UsageError:
    """What to say of a name that is neither a file nor a key, with the keys that are written nearly so."""
    from difflib import get_close_matches

    from minutes_cli.store.database import opened
    from minutes_cli.store.saving import keys

    with opened(register) as connection:
        known = keys(connection)
    wanted = _VERSION.sub("", name)
    near = get_close_matches(wanted, known, _MOST_NEAR, cutoff=0.5)
    near += [key for key in known if wanted and wanted in key and key not in near][: _MOST_NEAR - len(near)]
    hint = f"the nearest keys are {', '.join(near)}" if near else "`minutes meetings` lists the keys"
    return UsageError(name, "no such file, and no meeting of that key in the register", hint)


def may_be_key(name: str, register: Path) -> bool:
    """Whether a name that a user gave is no file, and there is a register in which it may be a key."""
    return name != "-" and not Path(name).exists() and register.exists()


def kept_files(register: Path) -> tuple[str, ...]:
    """What must not be written over: the register, and the documents of its meetings."""
    from minutes_cli.store.database import opened
    from minutes_cli.store.records import RegisterRecords

    with opened(register) as connection:
        return RegisterRecords(connection, register).files


def recorded_minutes(keys: Sequence[str], register: Path) -> tuple[list[Minutes], list[str]]:
    """The minutes of meetings by their keys, or how they begin, and the names that are no keys.

    KEY@1 is the first version of a meeting that was recorded, and so on; KEY the one that counts.
    """
    from minutes_cli.store.database import opened
    from minutes_cli.store.saving import find_meeting, read_version, versions

    found: list[Minutes] = []
    unknown: list[str] = []
    with opened(register) as connection:
        for key in keys:
            name, _, number = key.rpartition("@") if _VERSION.search(key) else (key, "", "")
            meeting = find_meeting(connection, name)
            if meeting is None:
                unknown.append(key)
            elif number and int(number) not in (known := versions(connection, meeting)):
                raise UsageError(key, "no such version", f"there are {', '.join(f'{name}@{one}' for one in known)}")
            else:
                found.append(read_version(connection, meeting, int(number) if number else None))
    return found, unknown

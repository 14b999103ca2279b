"""The configuration file: found upwards from a folder, and read."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from minutes_cli.errors import UsageError

OWN, SHARED = "minutes.toml", "pyproject.toml"


class Given(NamedTuple):
    """Values from one place.

    origin  what to call the place
    values  "check.fail-on" -> value
    folder  what paths among them count from
    """

    origin: str
    values: Mapping[str, object]
    folder: Path


def from_file(folder: Path, file: Path | None = None) -> Given | None:
    """The values of the file named, else of the nearest one upwards; None where there is none.

    A `pyproject.toml` without `[tool.minutes]` is passed over, and `minutes.toml` beside one wins.
    """
    if file is not None:
        data = _read(file)
        table = _tool(data, file) if file.name == SHARED else data
        if table is None:
            raise UsageError(str(file), "has no table [tool.minutes]", "add it, or name another file")
        return _given(file, table)
    for place in (folder, *folder.parents):
        if (place / OWN).is_file():
            return _given(place / OWN, _read(place / OWN))
        if (place / SHARED).is_file() and (table := _tool(_read(place / SHARED), place / SHARED)) is not None:
            return _given(place / SHARED, table)
    return None


def _given(file: Path, table: Mapping[str, object]) -> Given:
    values: dict[str, object] = {}
    for key, value in table.items():
        if key == "check" and isinstance(value, dict):
            values |= {f"check.{name}": one for name, one in value.items()}
        else:
            values[key] = value
    return Given(_name(file), values, file.absolute().parent)


def _name(file: Path) -> str:
    """The path as it leads there from here, where that is the shorter one."""
    try:
        found = os.path.relpath(file)
    except ValueError:  # on another drive
        return str(file)
    return min(found, str(file), key=len)


def _tool(data: Mapping[str, object], file: Path) -> Mapping[str, object] | None:
    tool = data.get("tool")
    table = tool.get("minutes") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UsageError(_name(file), "tool.minutes is no table", "write [tool.minutes]")
    return table


def _read(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(_name(file), "no such file", "check the path after --config") from error
    except OSError as error:
        raise UsageError(
            _name(file), error.strerror or "cannot be read", "check the path and its permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(_name(file), "is no UTF-8 text", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(_name(file), f"not valid TOML ({error})", "mend the file") from error

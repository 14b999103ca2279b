"""Configuration: what is in force, and where each value comes from.

A value on the command line beats a variable of the environment, which beats the configuration file, which beats the
default. Lists are replaced as a whole; tables are joined entry by entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from minutes_cli.config.environment import from_environment
from minutes_cli.config.files import Given, from_file
from minutes_cli.errors import UsageError
from minutes_cli.model.settings import CheckSettings, Settings, key_of

COMMAND_LINE, DEFAULT = "command line", "default"
# Values that are paths: they count from the folder of the file that sets them.
_PATHS = ("profile", "check.template", "check.baseline")


class Effective(NamedTuple):
    """Settings in force.

    origins  "check.fail-on" -> "minutes.toml", "MINUTES_FAIL_ON", "command line" or "default"
    folders  key -> the folder that paths and patterns in its value count from
    """

    settings: Settings
    origins: Mapping[str, str]
    folders: Mapping[str, Path]

    def base(self, key: str) -> Path:
        """The folder that patterns count from: that of the file which sets them, else the user's own."""
        return self.folders.get(key) or Path.cwd()

    @contextmanager
    def naming(self, key: str) -> Iterator[None]:
        """Name in a UsageError about the value of a key who set it."""
        try:
            yield
        except UsageError as error:
            raise UsageError(self._place(key), f"{error.name}: {error.reason}", error.hint) from error

    def _place(self, key: str) -> str:
        """`minutes.toml: check.select`, `MINUTES_SELECT` or `--select`."""
        origin = self.origins[key]
        if origin in (COMMAND_LINE, DEFAULT):
            return f"--{key.rpartition('.')[2]}"
        return f"{origin}: {key}" if origin.endswith(".toml") else origin


def effective(
    given: Mapping[str, object],
    environment: Mapping[str, str],
    folder: Path,
    file: Path | None = None,
    isolated: bool = False,
) -> Effective:
    """The settings in force.

    given      "check.fail-on" -> value, from the command line
    folder     where the search for a configuration file begins; it goes upwards
    file       the configuration file, where the user names one
    isolated   whether configuration files are left alone
    Raises UsageError that names file and key for what cannot be used.
    """
    found = None if isolated else from_file(folder, file)
    layers = [
        *([found] if found else []),
        *from_environment(environment),
        Given(COMMAND_LINE, given, folder),
    ]
    values: dict[str, object] = {}
    settings, origins = Settings(), dict.fromkeys(keys(), DEFAULT)
    folders: dict[str, Path] = {}
    for layer in layers:
        for key, value in layer.values.items():
            value = _placed(value, layer.folder, folder) if key in _PATHS else value
            known = values.get(key)
            values[key] = {**known, **value} if isinstance(known, dict) and isinstance(value, dict) else value
            origins[key], folders[key] = layer.origin, layer.folder
        settings = _checked(values, layer.origin)
    return Effective(settings, origins, folders)


def keys() -> list[str]:
    """Every key, as the origins name it."""
    return ["profile", "limits", *(f"check.{key_of(field)}" for field in CheckSettings.model_fields)]


def _checked(values: Mapping[str, object], origin: str) -> Settings:
    """The settings with these values; UsageError names the first key that is wrong, which `origin` gave."""
    nested: dict[str, object] = {}
    for key, value in values.items():
        table, _, name = key.rpartition(".")
        target = nested.setdefault(table, {}) if table else nested
        assert isinstance(target, dict)
        target[name] = value
    try:
        return Settings.model_validate(nested)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(step) for step in first["loc"])
        if first["type"] == "extra_forbidden":
            from difflib import get_close_matches

            near = get_close_matches(key, keys(), 1)
            hint = f"did you mean {near[0]}?" if near else "`minutes config` lists the keys"
            raise UsageError(origin, f"{key} is unknown", hint) from error
        if first["type"] == "tuple_type":
            raise UsageError(origin, f"{key}: is no list", f'write ["{first["input"]}"]') from error
        reason = first["msg"][0].lower() + first["msg"][1:].replace("tuple", "list").replace("dictionary", "table")
        raise UsageError(origin, f"{key}: {reason}", "`minutes config --schema` tells what may stand there") from error


def _placed(value: object, origin: Path, folder: Path) -> object:
    """A path in a file, as it leads there from the user's folder; a name stays a name."""
    if not isinstance(value, str) or origin == folder:
        return value
    path = origin / value
    return str(path) if path.is_file() or "/" in value or value.endswith((".toml", ".json")) else value

"""Settings for people and editors: what is in force, and the schema of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minutes_cli.config import Effective
from minutes_cli.model.settings import Settings


class Row(NamedTuple):
    """One value in force; `origin` is a file, a variable, "command line" or "default"."""

    key: str
    value: object
    origin: str


def listed(effective: Effective) -> Iterator[Row]:
    """Every key, in the order of the schema."""
    data = effective.settings.model_dump(mode="json", by_alias=True)
    for key, origin in effective.origins.items():
        table, _, name = key.rpartition(".")
        yield Row(key, (data[table] if table else data)[name], origin)


def json_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of `minutes.toml`."""
    schema = Settings.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "minutes.toml"}

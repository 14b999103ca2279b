"""`minutes schema`: the JSON Schema of what `minutes parse` prints."""

from __future__ import annotations

import json

import click

from minutes_cli.cli.output import standard_output


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (draft 2020-12) of the data that `minutes parse` prints."""
    from minutes_cli.model.minutes import Minutes

    schema = Minutes.model_json_schema(by_alias=True, mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    with standard_output() as stream:
        stream.write(json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n")

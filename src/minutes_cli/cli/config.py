"""`minutes config`: the settings in force."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.check_options import setting_options
from minutes_cli.cli.options import text_or_json
from minutes_cli.cli.output import standard_output
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from minutes_cli.config import Effective


def _print_schema(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the schema whatever the configuration holds: it helps to mend it."""
    if wanted:
        from minutes_cli.config.listing import json_schema

        _print_json(json_schema())
        context.exit()


@click.command("config")
@text_or_json
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema (draft 2020-12) of the configuration file, for editors.",
)
@setting_options
def command(form: str, effective: Effective) -> None:
    """Print the settings of `minutes check` that are in force, and where each comes from.

    A value on the command line beats a variable of the environment (MINUTES_FAIL_ON for fail-on), which beats the
    configuration file: the nearest minutes.toml, or pyproject.toml with [tool.minutes], upwards.
    """
    from minutes_cli.config.listing import listed

    rows = list(listed(effective))
    if form == "json":
        _print_json({row.key: {"value": row.value, "origin": row.origin} for row in rows})
        return
    shown = [(row.key, json.dumps(row.value, ensure_ascii=False), row.origin) for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in (0, 1)]
    with standard_output() as stream:
        for key, value, origin in shown:
            stream.write(f"{key:{widths[0]}}  {safe(value):{widths[1]}}  {safe(origin)}\n".encode())


def _print_json(data: object) -> None:
    with standard_output() as stream:
        stream.write(json.dumps(data, indent=2, ensure_ascii=False).encode() + b"\n")

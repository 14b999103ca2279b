"""`minutes template`: what minutes of a body must have, and blank documents that ask for it."""

from __future__ import annotations

import json

import click

from minutes_cli.cli.output import standard_output
from minutes_cli.text.safe import safe


@click.group("template")
def command() -> None:
    """List, print, write and check templates: what the minutes of a body must have."""


@command.command("list")
def list_templates() -> None:
    """List the templates that ship."""
    from minutes_cli.templates import template_names

    names = template_names()
    width = max(len(name) for name, _ in names)
    with standard_output() as stream:
        for name, description in names:
            stream.write(f"{name:{width}}  {safe(description)}\n".encode())


@command.command("show")
@click.argument("name")
def show_template(name: str) -> None:
    """Print a template as TOML, to read or to start one of your own.

    \b
    minutes template show pcc > ours.toml
    minutes check --template ours.toml notes.docx
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.templates import template_text

    lines = (safe(line) for line in template_text(name).splitlines())
    with standard_output() as stream:
        stream.writelines(f"{line}\n".encode() for line in lines)


@command.command("schema")
def print_schema() -> None:
    """Print the JSON Schema (draft 2020-12) of templates, for editors."""
    from minutes_cli.model.template import Template

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Template.model_json_schema()}
    with standard_output() as stream:
        stream.write(json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n")

"""`minutes register`: where the register is, whether it is sound, and all it holds as text."""

from __future__ import annotations

import os
from pathlib import Path

import click

from minutes_cli.cli.options import register_option
from minutes_cli.cli.output import standard_output


@click.group("register")
def command() -> None:
    """Look after the register: the file that holds all meetings that were added."""


@command.command("path")
@register_option
def print_path(register: Path) -> None:
    """Print where the register is, or would be."""
    with standard_output() as stream:
        stream.write(os.fsencode(register) + b"\n")

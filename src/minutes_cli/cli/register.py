"""`minutes register`: where the register is, whether it is sound, and all it holds as text."""

from __future__ import annotations

import os
from pathlib import Path

import click

from minutes_cli.cli.options import register_option
from minutes_cli.cli.output import print_line, standard_output
from minutes_cli.errors import RegisterError


@click.group("register")
def command() -> None:
    """Look after the register: the file that holds all meetings that were added."""


@command.command("path")
@register_option
def print_path(register: Path) -> None:
    """Print where the register is, or would be."""
    with standard_output() as stream:
        stream.write(os.fsencode(register) + b"\n")


@command.command("check")
@register_option
def check_register(register: Path) -> None:
    """Prove that the register is sound: its file, its numbers, its actions, its search, and all minutes in it.

    What is wrong is listed, one a line, and the exit code is 4.
    """
    from minutes_cli.store.checking import check

    found = check(register)
    if found is None:
        print_line(f"{register}: no register yet")
        return
    rows = {
        "register": str(register),
        "version": found.version,
        "size": f"{found.size:,} bytes",
        "meetings": f"{found.meetings:,}",
        "actions": f"{found.actions:,}",
        "changes": f"{found.changes:,}",
    }
    for name, value in rows.items():
        print_line(f"{name:8}  {value}")
    for finding in found.findings:
        print_line(finding)
    if found.findings:
        count = len(found.findings)
        raise RegisterError(
            str(register), f"damaged ({count} finding{'s'[: count > 1]})", "restore a backup: `minutes restore BACKUP`"
        )

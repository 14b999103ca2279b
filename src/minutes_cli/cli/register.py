"""`minutes register`: where the register is, whether it is sound, and all it holds as text."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from minutes_cli import __version__
from minutes_cli.cli.options import register_option
from minutes_cli.cli.output import new_file, print_line, standard_output
from minutes_cli.errors import InputError, RegisterError, UsageError


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


@command.command("export")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="File to write to.")
@register_option
def export_register(output: Path | None, register: Path) -> None:
    """Print all that the register holds as JSON Lines: a line that says what it is, then one for each row."""
    from minutes_cli.store.database import opened
    from minutes_cli.store.transfer import export

    with opened(register) as connection:
        beside = [f"{register}{suffix}" for suffix in ("", "-wal", "-shm")]
        with new_file(output, beside) if output else standard_output() as stream:
            stream.writelines(export(connection, __version__))


@command.command("import")
@click.argument("path")
@register_option
def import_register(path: str, register: Path) -> None:
    """Put what `minutes register export` printed into a register that holds nothing: all of PATH, or nothing of it.

    PATH may be - for standard input.
    """
    from minutes_cli.store.importing import load

    with _lines(path) as stream:
        count = load(register, stream, path)
    print_line(f"{register}: {count:,} meeting{'s'[: count != 1]} from {path}")


@contextmanager
def _lines(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        if sys.stdin is None:
            raise InputError(path, "standard input is closed", "name a file")
        yield sys.stdin.buffer
        return
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 (closed below: what fails inside is none of its failures)
    except (FileNotFoundError, ValueError) as error:
        raise UsageError(path, "no such file", "check the path") from error
    except OSError as error:
        raise InputError(path, (error.strerror or "cannot be read").lower(), "check the path") from error
    with stream:
        yield stream

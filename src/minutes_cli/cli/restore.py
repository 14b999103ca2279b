"""`minutes restore`: the register as a backup holds it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from minutes_cli.cli.options import register_option
from minutes_cli.cli.output import print_line


@click.command("restore")
@click.argument("path", type=click.Path(path_type=Path))
@register_option
def command(path: Path, register: Path) -> None:
    """Put the backup at PATH, once it is checked, in the place of the register.

    The register that is there, even a damaged one, is kept beside it under a name with the time.
    """
    from minutes_cli.store.backup import restore

    kept = restore(register, path, datetime.now())
    print_line(f"{register}: restored from {path}" + (f"; what was there is kept as {kept.name}" if kept else ""))

"""`minutes backup`: a copy of the register."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli.options import register_option
from minutes_cli.cli.output import print_line


@click.command("backup")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is no backup of a register.")
@register_option
def command(path: Path, force: bool, register: Path) -> None:
    """Copy the register to PATH, one file, while others may go on using it.

    The copy is checked before it takes its name; an older backup at PATH is replaced then, not before.
    """
    from minutes_cli.store.backup import back_up

    back_up(register, path, force)
    print_line(f"{path}: a backup of {register}")

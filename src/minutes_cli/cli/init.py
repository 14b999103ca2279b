"""`minutes init`: a register for the minutes in a folder."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli.output import print_line


@click.command("init")
@click.argument("folder", metavar="[FOLDER]", default=".", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Make a register in FOLDER (here, unless named): the file .minutes/register.db.

    Commands that are called in FOLDER or below it use this register. Where there is one already nothing changes.
    """
    from minutes_cli.store.making import make

    path, made = make(folder.absolute())
    print_line(f"{path}: {'a new register' if made else 'the register was there already'}")

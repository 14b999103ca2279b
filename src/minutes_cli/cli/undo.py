"""`minutes undo`: take the last change back."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from minutes_cli.cli.options import register_option


@click.command("undo")
@click.option("--by", "who", metavar="NAME", envvar="MINUTES_USER", help="Who you are.  [default: your login]")
@register_option
def command(who: str | None, register: Path) -> None:
    """Take the last change that a user made back; again takes back the one before. The log keeps both."""
    from minutes_cli.cli.action import must_exist, user
    from minutes_cli.cli.terminal import show
    from minutes_cli.store.changes import undo
    from minutes_cli.store.database import opened
    from minutes_cli.views.changes import changes

    must_exist(register)
    now = datetime.datetime.now().astimezone().isoformat(timespec="milliseconds")
    with opened(register, write=True) as connection:
        show(changes([undo(connection, now, who or user())]))

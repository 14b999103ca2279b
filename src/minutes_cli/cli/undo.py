"""`minutes undo`: take back what the last command changed."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from minutes_cli.cli.options import register_option


@click.command("undo")
@click.option("--by", "who", metavar="NAME", envvar="MINUTES_USER", help="Who you are.  [default: your login]")
@register_option
def command(who: str | None, register: Path) -> None:
    """Take back what the last command changed: of `minutes import` all rows. Again takes back the one before.

    The log keeps both. A change that is not the last one is taken back by its opposite, as `close` by `reopen`.
    """
    from minutes_cli.cli.action import must_exist, user
    from minutes_cli.cli.terminal import show
    from minutes_cli.store.changes import undo
    from minutes_cli.store.database import opened
    from minutes_cli.views.changes import changes

    must_exist(register)
    now = datetime.datetime.now().astimezone().isoformat(timespec="milliseconds")
    with opened(register, write=True) as connection:
        taken = undo(connection, now, who or user())
    show(changes(taken))
    if len(taken) > 1:
        show(f"{len(taken)} changes taken back")

"""`minutes log`: what users did to actions."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli.options import register_option
from minutes_cli.cli.records import form_option, print_rows


@click.command("log")
@click.argument("action", required=False)
@form_option()
@register_option
def command(action: str | None, form: str, register: Path) -> None:
    """List all changes that users made, of all actions or of one, the last first; what was undone is marked."""
    from minutes_cli.cli.action import must_exist
    from minutes_cli.exporters.records.changes import CHANGES
    from minutes_cli.store.changes import find_action, log
    from minutes_cli.store.database import opened
    from minutes_cli.views.changes import changes

    must_exist(register)
    with opened(register) as connection:
        wanted = find_action(connection, action) if action else None
        found = log(connection, wanted)
    print_rows(found, CHANGES, form, lambda: changes(found), "No changes.")

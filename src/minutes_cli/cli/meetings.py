"""`minutes meetings`: what the register holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.records import form_option, over_records, print_rows

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("meetings")
@form_option()
@over_records
def command(records: Records, body: str | None, since: str | None, form: str) -> None:
    """List meetings with their keys, by date: those of the register, or of FILEs where some are named."""
    from minutes_cli.exporters.records.meetings import MEETINGS
    from minutes_cli.views.meetings import meetings

    found = list(records.meetings(body, since))
    print_rows(found, MEETINGS, form, lambda: meetings(found), "No such meetings.")

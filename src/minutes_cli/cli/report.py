"""`minutes report`: one page on many meetings, to circulate and to print."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.output import new_file, standard_output
from minutes_cli.cli.records import on_option, over_records
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("report")
@click.option("-o", "--output", metavar="PATH", help="A file instead of standard output.")
@on_option("The day that ages and overdue actions are counted to.")
@over_records
def command(
    records: Records, body: str | None, since: str | None, on: datetime.date | None, output: str | None
) -> None:
    """Write one HTML page: open and overdue actions, attendance, pillars, decisions, promises without an action.

    The page is complete in itself: it needs no network and runs no scripts, and prints on A4.

    \b
    minutes report notes/*.pdf -o report.html
    minutes report --register --body planning --since 2024 -o report.html
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.exporters import report
    from minutes_cli.tracking.board import board

    if not any(records.meetings(body, since)):
        raise UsageError("report", "there is no meeting to report on", "nothing was written")
    found = board(records, on or datetime.date.today(), body, since)
    with standard_output() if output in (None, "-") else new_file(Path(str(output)), records.files) as stream:
        report.write(found, stream)

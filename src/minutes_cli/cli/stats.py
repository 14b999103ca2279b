"""`minutes stats`: how actions stand."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.records import form_option, on_option, over_records, print_rows

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("stats")
@on_option("The day that ages and overdue actions are counted to.")
@form_option()
@over_records
def command(records: Records, body: str | None, since: str | None, form: str, on: datetime.date | None) -> None:
    """Show how actions stand: by owner and age, overdue, carried over, and how long the closed ones took.

    \b
    minutes stats notes/*.pdf
    minutes stats --body planning --format csv notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.exporters.records.stats import STATS
    from minutes_cli.tracking.stats import stats
    from minutes_cli.views.stats import stats_view

    found = stats(records.actions(body, since), on or datetime.date.today())
    print_rows(found, STATS, form, lambda: stats_view(found), "These meetings have no actions.")

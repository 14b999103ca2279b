"""`minutes pillars`: how often each pillar of the plan was before a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.records import form_option, over_records, print_rows

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("pillars")
@click.option(
    "--untouched",
    metavar="N",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="Tell of pillars that the last N meetings did not touch.",
)
@form_option()
@over_records
def command(records: Records, body: str | None, since: str | None, form: str, untouched: int) -> None:
    """Show how often each pillar of a plan was scrutinised, how much was said, and when last.

    \b
    minutes pillars notes/*.pdf
    minutes pillars --since 2024 --format csv notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.exporters.records.scrutiny import scrutiny_table
    from minutes_cli.tracking.scrutiny import pillar_histories
    from minutes_cli.views.scrutiny import pillars_over_time

    found = pillar_histories(records.items(body, since), records.meetings(body, since))
    print_rows(
        found,
        scrutiny_table(found),
        form,
        lambda: pillars_over_time(found, untouched),
        "No item of these meetings is tagged with a pillar.",
    )

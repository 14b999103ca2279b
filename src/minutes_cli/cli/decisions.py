"""`minutes decisions`: what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.records import form_option, over_records, print_rows
from minutes_cli.text.bodies import holds_words

_NO_OUTCOME = "none"

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("decisions")
@click.option(
    "--outcome",
    "outcomes",
    type=click.Choice(["carried", "defeated", "deferred", "withdrawn", _NO_OUTCOME]),
    multiple=True,
    help="Only those that ended so; none for those of which the minutes do not say it.",
)
@click.option("--mover", metavar="NAME", help="Only those moved by this person: words of the name.")
@form_option()
@over_records
def command(
    records: Records,
    body: str | None,
    since: str | None,
    form: str,
    outcomes: tuple[str, ...],
    mover: str | None,
) -> None:
    """List decisions with their outcome, votes, mover and seconder, meeting by meeting.

    \b
    minutes decisions notes/*.pdf
    minutes decisions --outcome deferred --since 2024 notes/*.pdf
    minutes decisions --mover roe --format csv notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.exporters.records.decisions import DECISIONS
    from minutes_cli.views.decisions import taken_decisions

    found = [
        one
        for one in records.decisions(body, since)
        if (not outcomes or (one.outcome or _NO_OUTCOME) in outcomes) and holds_words(mover, one.mover)
    ]
    print_rows(found, DECISIONS, form, lambda: taken_decisions(found), "No such decisions.")

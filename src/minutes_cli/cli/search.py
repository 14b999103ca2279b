"""`minutes search`: words in all meetings of the register."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli.options import register_option
from minutes_cli.cli.records import choosing_options, form_option, print_rows


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--in",
    "place",
    type=click.Choice(["items", "actions", "decisions", "exchanges", "commitments", "people"]),
    help="Only there.",
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="So many at most, the best first.")
@form_option()
@choosing_options
@register_option
def command(
    words: tuple[str, ...],
    place: str | None,
    limit: int,
    form: str,
    body: str | None,
    since: str | None,
    register: Path,
) -> None:
    """Find passages that hold all WORDS, in any form (crime finds crimes), the best first, with their page.

    Words in double quotes stand together; `burgl*` finds what begins so.

    \b
    minutes search rural crime
    minutes search '"rural crime"' --in actions --since 2024
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.cli.action import must_exist
    from minutes_cli.exporters.records.hits import HITS
    from minutes_cli.store.database import opened
    from minutes_cli.store.search import search
    from minutes_cli.views.hits import hits

    must_exist(register)
    with opened(register) as connection:
        found = search(connection, " ".join(words), place, body, since, limit)
    print_rows(found, HITS, form, lambda: hits(found), "Nothing found.")

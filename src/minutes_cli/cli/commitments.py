"""`minutes commitments`: promises made in discussion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.records import form_option, over_records, print_rows

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("commitments")
@click.option("--unrecorded", is_flag=True, help="Only those that no action records.")
@click.option("--due", "dated", is_flag=True, help="Only those with a date, by that date.")
@click.option(
    "--by", "people", metavar="NN", multiple=True, help="Only those of this person: initials, office or name."
)
@form_option()
@over_records
def command(
    records: Records,
    body: str | None,
    since: str | None,
    form: str,
    unrecorded: bool,
    dated: bool,
    people: tuple[str, ...],
) -> None:
    """List what people promised in discussion, when, and which action records it, if any.

    \b
    minutes commitments --unrecorded notes.pdf
    minutes commitments --due notes/*.pdf
    minutes commitments --by CC --format csv notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.exporters.records.tables import COMMITMENTS
    from minutes_cli.tracking.discussion import by_date, texts_of
    from minutes_cli.tracking.people import Wanted
    from minutes_cli.views.commitments import commitments

    found = list(records.commitments(body, since))
    if people:
        wanted = Wanted(people, records.seats(body))
        found = [one for one in found if wanted.includes(one.by)]
    if unrecorded:
        found = [one for one in found if one.action is None]
    if dated:
        found = by_date(found)
    print_rows(
        found,
        COMMITMENTS,
        form,
        lambda: commitments(found, texts_of(records.actions(body))),
        "No such commitments.",
    )

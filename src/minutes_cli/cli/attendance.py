"""`minutes attendance`: who came to what."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.records import form_option, on_option, over_records, print_rows
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("attendance")
@click.option("--six-months", is_flag=True, help="Members by the six months after which absence ends membership.")
@on_option("With --six-months, the day they are counted to.")
@form_option()
@over_records
def command(
    records: Records,
    body: str | None,
    since: str | None,
    form: str,
    six_months: bool,
    on: datetime.date | None,
) -> None:
    """Show who came to which meetings: members with their rate, substitutes, and those in attendance.

    --six-months is the clock of English councils (Local Government Act 1972, section 85): the last attendance of each
    member, the day on which six months without one end, and a warning from four months on.

    \b
    minutes attendance notes/*.pdf
    minutes attendance --body planning --since 2024 --format csv notes/*.pdf
    minutes attendance --six-months notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.tracking.attendance import matrices

    if on and not six_months:
        raise UsageError("--on", "says nothing without --six-months", "leave it out or add --six-months")
    found = matrices(records.seats(body, since))
    if six_months:
        from minutes_cli.exporters.records.attendance import ABSENCES
        from minutes_cli.tracking.six_months import absences
        from minutes_cli.views import six_months as view

        day = on or datetime.date.today()
        rows = absences(found, records.decisions(body, since), day)
        print_rows(
            rows, ABSENCES, form, lambda: view.six_months(rows, day.isoformat()), "These meetings name no member."
        )
        return
    from minutes_cli.exporters.records.attendance import attendance_table
    from minutes_cli.views.attendance_matrix import attendance_matrix

    people = [person for matrix in found for person in matrix.people]
    print_rows(
        people,
        attendance_table(found),
        form,
        lambda: attendance_matrix(found),
        "These meetings name nobody who came.",
    )

"""`minutes due`: what is to be done by when."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.output import new_file, standard_output
from minutes_cli.cli.records import form_option, on_option, over_records, print_rows
from minutes_cli.exporters.records import ACTION_EXPORTERS

_TERM = re.compile(r"(\d{1,4})([dw]?)")


def _days(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    found = _TERM.fullmatch(value) if value is not None else None
    if value is not None and not found:
        raise click.BadParameter(f"{value!r} is no term such as 14d or 2w")
    return int(found[1]) * (7 if found[2] == "w" else 1) if found else None


if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("due")
@click.option("--within", metavar="14d", callback=_days, help="Only what is due by then, in days (14d) or weeks (2w).")
@click.option(
    "--calendar",
    metavar="PATH",
    help="Write an iCalendar file: a task for each open action, an event for each next meeting.",
)
@on_option("The day from which days are counted.")
@form_option(*ACTION_EXPORTERS)
@over_records
def command(
    records: Records,
    body: str | None,
    since: str | None,
    form: str,
    within: int | None,
    calendar: str | None,
    on: datetime.date | None,
) -> None:
    """List the open actions that have a due date, overdue ones first; or put them into a calendar.

    \b
    minutes due --within 14d notes/*.pdf
    minutes due --calendar board.ics notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.model.tracking import UNSETTLED
    from minutes_cli.tracking.due import due_by

    actions = list(records.actions(body, since))
    day = on or datetime.date.today()
    until = day + datetime.timedelta(within) if within is not None else None
    if calendar is not None:
        from minutes_cli.exporters import to_calendar

        chosen = [one for one in actions if one.state in UNSETTLED] if until is None else due_by(actions, until)
        collection = records.collection(body, since, actions=chosen)
        with standard_output() if calendar == "-" else new_file(Path(calendar), records.files) as stream:
            to_calendar.write(collection, stream)
        return
    from minutes_cli.exporters.records.tables import ACTIONS
    from minutes_cli.views.due import due_list

    found = due_by(actions, until)
    print_rows(found, ACTIONS, form, lambda: due_list(found, day), "Nothing is due; `minutes actions --open` has all.")

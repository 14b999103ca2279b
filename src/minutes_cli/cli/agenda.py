"""`minutes agenda`: matters arising for the next meeting."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.output import new_file, standard_output
from minutes_cli.cli.records import on_option, over_files, those_there
from minutes_cli.errors import UsageError
from minutes_cli.exporters.agenda import AGENDA_EXPORTERS, write_agenda

_MOST_NAMED = 4

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("agenda")
@click.option("--for", "body", metavar="BODY", required=True, help="Whose meeting: words of the body's name.")
@on_option("The day to which overdue actions are counted.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(AGENDA_EXPORTERS)),
    help="Form of the output.  [default: by the suffix of PATH, else markdown]",
)
@click.option("-o", "--output", metavar="PATH", help="A file instead of standard output.")
@over_files
def command(records: Records, body: str, on: datetime.date | None, form: str | None, output: str | None) -> None:
    """Write the matters arising for a body's next meeting: its open actions, whose they are and what became of them.

    \b
    minutes agenda --for "town council" notes/*.pdf
    minutes agenda --for planning -o agenda.docx notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.tracking.agenda import matters_arising
    from minutes_cli.tracking.each_body import each_body

    meetings = list(records.meetings(body))
    if not meetings:
        raise UsageError(f"--for {body}", "no such meeting", those_there(records))
    bodies = [name or "" for name, _ in each_body(meetings, lambda meeting: meeting.body)]
    if len(bodies) > 1:
        raise UsageError(f"--for {body}", "fits several bodies", f"say which: {', '.join(bodies[:_MOST_NAMED])}")
    path = Path(output) if output and output != "-" else None
    form = form or ("docx" if path and path.suffix.lower() == ".docx" else "markdown")
    if form == "docx" and path is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("agenda", "a Word document is nothing for a terminal", "name a file with -o agenda.docx")
    found = matters_arising(meetings, records.actions(body), on or datetime.date.today())
    with new_file(path, records.files) if path else standard_output() as stream:
        write_agenda(found, stream, form)

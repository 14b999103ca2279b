"""`minutes commitments`: promises made in discussion."""

from __future__ import annotations

import click

from minutes_cli.cli.batch import Batch
from minutes_cli.cli.options import reading_options
from minutes_cli.cli.output import standard_output
from minutes_cli.exporters.records import RECORD_EXPORTERS, write_records
from minutes_cli.readers.options import Options


@click.command("commitments")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--unrecorded", is_flag=True, help="Only those that no action records.")
@click.option(
    "--by", "people", metavar="NN", multiple=True, help="Only those of this person: initials, office or name."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *RECORD_EXPORTERS]),
    default="table",
    show_default=True,
    help="Form of the output.",
)
@reading_options
def command(
    files: tuple[str, ...],
    unrecorded: bool,
    people: tuple[str, ...],
    form: str,
    profile: str | None,
    options: Options,
) -> int:
    """List what people promised in discussion, when, and which action records it, if any.

    \b
    minutes commitments --unrecorded notes.pdf
    minutes commitments --by CC --format csv notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.tracking.discussion import made
    from minutes_cli.tracking.people import Wanted

    batch = Batch(files, options, profile)
    meetings = [minutes for _, minutes in batch]
    found = list(made(meetings))
    if people:
        wanted = Wanted(people, meetings)
        found = [one for one in found if wanted.includes(one.by)]
    if unrecorded:
        found = [one for one in found if one.action is None]
    if not meetings:
        return batch.exit_code
    if form == "table":
        from minutes_cli.cli.terminal import show
        from minutes_cli.views.commitments import commitments

        texts = {action.id: action.text for minutes in meetings for action in minutes.actions}
        show(commitments(found, texts) if found else "No such commitments.")
    else:
        from minutes_cli.exporters.records.tables import COMMITMENTS

        with standard_output() as stream:
            write_records(found, COMMITMENTS, stream, form)
    return batch.exit_code

"""`minutes exchanges`: who asked and answered what."""

from __future__ import annotations

import click

from minutes_cli.cli.batch import Batch
from minutes_cli.cli.documents import documents
from minutes_cli.cli.options import reading_options
from minutes_cli.cli.output import standard_output
from minutes_cli.exporters.records import RECORD_EXPORTERS, write_records
from minutes_cli.readers.options import Options


@click.command("exchanges")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--speaker", "speakers", metavar="NN", multiple=True, help="Only what this person said: initials, office or name."
)
@click.option("--questions", is_flag=True, help="Only questions.")
@click.option("--unanswered", is_flag=True, help="Only questions that nobody answered.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["dialogue", *RECORD_EXPORTERS]),
    default="dialogue",
    show_default=True,
    help="Form of the output.",
)
@reading_options
def command(
    files: tuple[str, ...],
    speakers: tuple[str, ...],
    questions: bool,
    unanswered: bool,
    form: str,
    profile: str | None,
    options: Options,
) -> int:
    """Show the exchanges of minutes as a dialogue: who asked, who answered, item by item.

    \b
    minutes exchanges notes.pdf
    minutes exchanges --unanswered notes/*.pdf
    minutes exchanges --speaker CC --format csv notes/*.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.tracking.discussion import said
    from minutes_cli.tracking.people import Wanted, attendees

    batch = Batch(list(documents(files)), options, profile)
    meetings = [minutes for _, minutes in batch]
    found = list(said(meetings))
    if speakers:
        people = Wanted(speakers, attendees(meetings))
        found = [one for one in found if people.includes(one.speaker)]
    if questions or unanswered:
        found = [one for one in found if one.kind == "question" and not (unanswered and one.answered_by)]
    if not meetings:
        return batch.exit_code
    if form == "dialogue":
        from minutes_cli.cli.terminal import show
        from minutes_cli.views.dialogue import dialogue

        show(dialogue(found) if found else "No such exchanges.")
    else:
        from minutes_cli.exporters.records.tables import EXCHANGES

        with standard_output() as stream:
            write_records(found, EXCHANGES, stream, form)
    return batch.exit_code

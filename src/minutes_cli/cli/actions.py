"""`minutes actions`: who does what until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Batch
from minutes_cli.cli.options import reading_options
from minutes_cli.cli.output import standard_output
from minutes_cli.errors import UsageError
from minutes_cli.exporters.records import ACTION_EXPORTERS, RECORD_EXPORTERS, write_records

if TYPE_CHECKING:
    from minutes_cli.model.tracking import TrackedAction
    from minutes_cli.readers.options import Options


@click.command("actions")
@click.argument("files", metavar="[FILE...]", nargs=-1)
@click.option("--open", "only_open", is_flag=True, help="Only actions that are still open.")
@click.option("--closed", "only_closed", is_flag=True, help="Only actions that are closed.")
@click.option(
    "--owner", "owners", metavar="NN", multiple=True, help="Only those of this owner: initials, office or name."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *RECORD_EXPORTERS, *ACTION_EXPORTERS]),
    default="table",
    show_default=True,
    help="Form of the output.",
)
@reading_options
def command(
    files: tuple[str, ...],
    only_open: bool,
    only_closed: bool,
    owners: tuple[str, ...],
    form: str,
    profile: str | None,
    options: Options,
) -> int:
    """List the actions of minutes; given several meetings of one body, each action is followed over them.

    \b
    minutes actions --open notes/*.pdf
    minutes actions --owner NN --format csv notes/*.pdf
    minutes actions --format todo.txt notes/*.pdf >> todo.txt
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    if not files:
        raise UsageError(
            "actions", "no FILE given", "name the minutes to read, as in `minutes actions --open notes/*.pdf`"
        )
    from minutes_cli.tracking.follow import follow
    from minutes_cli.tracking.people import owned_by

    batch = Batch(files, options, profile)
    meetings = [minutes for _, minutes in batch]
    actions = follow(meetings)
    if owners:
        actions = owned_by(actions, owners, meetings)
    if only_open and only_closed:
        raise UsageError("--open --closed", "exclude each other", "leave both out for all actions")
    if only_open != only_closed:
        actions = [action for action in actions if action.state == ("open" if only_open else "closed")]
    if meetings:
        _print(actions, form)
    return batch.exit_code


def _print(actions: list[TrackedAction], form: str) -> None:
    if form != "table":
        from minutes_cli.exporters.records.tables import ACTIONS

        with standard_output() as stream:
            write_records(actions, ACTIONS, stream, form)
        return
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.actions_table import tracked_actions

    show(tracked_actions(actions) if actions else "No such actions.")

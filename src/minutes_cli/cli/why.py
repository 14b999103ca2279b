"""`minutes why`: the words, the rule and the doubts behind a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Batch
from minutes_cli.cli.options import reading_options, text_or_json
from minutes_cli.cli.output import print_json
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.model.why import Why
    from minutes_cli.readers.options import Options


@click.command("why")
@click.argument("file", metavar="FILE")
@click.argument("pointer", metavar="POINTER")
@text_or_json
@reading_options
def command(file: str, pointer: str, form: str, profile: str | None, options: Options) -> int:
    """Show why a value is as it is: its words and page, the rule that read it, how sure it is, what else was weighed.

    POINTER leads to the value in what `minutes parse` prints, counted from 0: /meeting/date, /actions/3/owners. All
    values below it are shown; / shows all.

    \b
    minutes why notes.pdf /meeting/date
    minutes why notes.pdf actions/3
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.tracing.reasons import NoSuchValue, reasons

    batch = Batch([file], options, profile)
    answered, missing = False, None
    for _, minutes in batch:
        try:
            found = reasons(minutes, pointer)
        except NoSuchValue as error:
            # of several meetings in a file another may have the value
            missing = missing or UsageError(
                error.path, f"leads to no value of {minutes.source.file}", f"try {', '.join(error.near)}"
            )
            continue
        _print(found, form, alone=minutes.source.parts is None)
        answered = True
    if missing and not answered:
        raise missing
    return batch.exit_code


def _print(found: Why, form: str, alone: bool) -> None:
    if form == "json":
        print_json(found, alone)
        return
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.why import why

    show(why(found))

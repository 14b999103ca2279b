"""`minutes coverage`: what of a document ended in no field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Readings
from minutes_cli.cli.options import reading_options, text_or_json
from minutes_cli.cli.output import print_json

if TYPE_CHECKING:
    from minutes_cli.model.coverage import Coverage
    from minutes_cli.readers.options import Options


@click.command("coverage")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@text_or_json
@reading_options
def command(files: tuple[str, ...], form: str, profile: str | None, options: Options) -> int:
    """Show which parts of minutes ended in a field, and which in none.

    FILE is a PDF, DOCX, DOC, ODT, text, Markdown, HTML, Org, reStructuredText or image file; - reads standard input.
    """
    from minutes_cli.tracing.coverage import cover

    readings = Readings(files, options, profile)
    covered = [(cover(reading.document, reading.minutes), reading.minutes.source.parts) for _, reading in readings]
    for number, (found, parts) in enumerate(covered):
        _print(found, form, len(files) == 1 and parts is None, number == 0)
    return readings.exit_code


def _print(found: Coverage, form: str, alone: bool, first: bool) -> None:
    if form == "json":
        print_json(found, alone)
        return
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.coverage import coverage

    if not first:
        show("")
    show(coverage(found))

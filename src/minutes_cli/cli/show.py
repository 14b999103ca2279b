"""`minutes show`: a summary for people."""

from __future__ import annotations

import click

from minutes_cli.cli.batch import Batch
from minutes_cli.cli.options import reading_options
from minutes_cli.readers.options import Options


@click.command("show")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@reading_options
def command(files: tuple[str, ...], profile: str | None, options: Options) -> int:
    """Show a summary of minutes: who came, the items, what was decided and who does what.

    FILE is a PDF, DOCX, DOC, ODT, text, Markdown, HTML, Org, reStructuredText or image file; - reads standard input.
    """
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.summary import summary

    batch = Batch(files, options, profile)
    shown = False
    for _, minutes in batch:
        if shown:
            show("")
        show(summary(minutes))
        shown = True
    return batch.exit_code

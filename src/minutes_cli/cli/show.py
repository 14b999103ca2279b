"""`minutes show`: a summary for people."""

from __future__ import annotations

from pathlib import Path

import click

from minutes_cli.cli.batch import Batch
from minutes_cli.cli.options import reading_options, register_option
from minutes_cli.cli.recorded import may_be_key, recorded_minutes
from minutes_cli.readers.options import Options


@click.command("show")
@click.argument("files", metavar="FILE|KEY...", nargs=-1, required=True)
@register_option
@reading_options
def command(files: tuple[str, ...], register: Path, profile: str | None, options: Options) -> int:
    """Show a summary of minutes: who came, the items, what was decided and who does what.

    FILE is a PDF, DOCX, DOC, ODT, text, Markdown, HTML, Org, reStructuredText or image file; - reads standard input.
    KEY is a meeting of the register, as `minutes meetings` lists it, or the beginning of one.
    """
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.summary import summary

    keys = [name for name in files if may_be_key(name, register)]
    recorded, unknown = recorded_minutes(keys, register) if keys else ([], [])
    batch = Batch([name for name in files if name not in keys or name in unknown], options, profile)
    shown = False
    for minutes in (*recorded, *(minutes for _, minutes in batch)):
        if shown:
            show("")
        show(summary(minutes))
        shown = True
    return batch.exit_code

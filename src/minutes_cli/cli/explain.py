"""`minutes explain`: how the parser saw a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Readings
from minutes_cli.cli.options import reading_options
from minutes_cli.cli.output import new_file, numbered, standard_output
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.model.tracing import Explanation
    from minutes_cli.readers.options import Options


@click.command("explain")
@click.argument("file", metavar="FILE")
@click.option("--html", is_flag=True, help="A page for the browser, laid over the pages of the source.")
@click.option("-o", "--output", metavar="PATH", help="With --html: a file instead of standard output.")
@reading_options
def command(file: str, html: bool, output: str | None, profile: str | None, options: Options) -> int:
    """Show how the parser saw a document: what each line was taken for, and each value beside its words.

    \b
    minutes explain notes.pdf
    minutes explain notes.pdf --html -o notes.html
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    if output and not html:
        raise UsageError("-o", "goes with --html", "write `minutes explain FILE --html -o PATH`")
    from minutes_cli.tracing.explanation import explain

    readings = Readings([file], options, profile)
    for _, reading in readings:
        found = explain(reading)
        if html:
            _write(found, file, output, reading.minutes.source.part)
        else:
            from minutes_cli.cli.terminal import show
            from minutes_cli.views.explanation import explanation

            show(explanation(found))
    return readings.exit_code


def _write(found: Explanation, file: str, output: str | None, part: int | None) -> None:
    """Write one page; of several meetings in the file each has its own, and a stream has room for none."""
    from minutes_cli.views.page import page

    content = page(found).encode()
    if output is None or output == "-":
        if part is not None:
            raise UsageError(file, "holds several meetings, each with a page", "name a file with -o")
        with standard_output() as stream:
            stream.write(content)
        return
    with new_file(numbered(Path(output), part), [file]) as stream:
        stream.write(content)

"""`minutes render`: data back to a document that people read."""

from __future__ import annotations

import click

from minutes_cli.cli.batch import file_or_input
from minutes_cli.cli.export import Writing, within_limits, write_all
from minutes_cli.errors import UsageError
from minutes_cli.exporters.formats import EXPORTS

# The formats of documents.
DOCUMENTS = tuple(name for name in ("docx", "markdown", "html", "pdf") if name in EXPORTS)


@click.command("render")
@click.argument("data", metavar="DATA")
@click.option("--to", "form", type=click.Choice(DOCUMENTS), required=True, help="Format of the document.")
@click.option(
    "-o", "--output", metavar="PATH", help="A file, or for several meetings a folder, instead of standard output."
)
@click.option(
    "--template",
    "own",
    metavar="FILE",
    help="For docx: a Word document of your own, whose page, header, footer and styles are used. For markdown and "
    "html: a template of your own, in Jinja's language.",
)
def command(data: str, form: str, output: str | None, own: str | None) -> None:
    """Turn DATA, what `minutes parse` printed as json or jsonl, back into minutes; - reads standard input.

    So a body can keep data, mend it, and publish documents.

    \b
    minutes parse notes.pdf -o notes.json
    minutes render notes.json --to docx -o minutes.docx
    minutes render notes.json --to docx --template letterhead.docx -o minutes.docx
    minutes render notes.json --to html --template ours.html -o minutes.html
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.model.collection import Collection
    from minutes_cli.model.loading import read_all
    from minutes_cli.readers.options import Options

    if own is not None:
        if form == "pdf":
            raise UsageError(f"--template {own}", "pdf has no use for it", "write --to html, and print that")
        with within_limits(own):  # one that ended a process before: the data of standard input went with it
            template = file_or_input(own, Options())
    meetings = read_all(file_or_input(data, Options()), data)
    writing = Writing(Collection(meetings=meetings), form, output)
    if own is not None:
        writing.use_template(template, own)
    write_all([writing], [data, *([own] if own else [])])

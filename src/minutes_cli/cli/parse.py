"""`minutes parse`: files to data."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from minutes_cli import exporters
from minutes_cli.cli.batch import Batch
from minutes_cli.cli.options import reading_options
from minutes_cli.cli.output import file_names, make_folder, new_file, numbered, standard_output
from minutes_cli.readers.options import Options


@click.command("parse")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(exporters.EXPORTERS)),
    default="json",
    show_default=True,
    help="Form of the output; several meetings as json are one object a line.",
)
@click.option(
    "-o", "--output", metavar="PATH", help="A file, or for several FILEs a folder, instead of standard output."
)
@reading_options
def command(files: tuple[str, ...], form: str, output: str | None, profile: str | None, options: Options) -> int:
    """Print the data of minutes.

    FILE is a PDF, DOCX, DOC, ODT, text, Markdown, HTML, Org, reStructuredText or image file; - reads standard input.

    \b
    minutes parse notes.pdf
    minutes parse notes/*.pdf -o data/

    A file that holds several meetings gives an object for each.
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    batch = Batch(files, options, profile)
    if output is None or output == "-":
        _print(batch, form)
    else:
        path = Path(output)
        whole_folder = len(files) > 1 or path.is_dir() or output.endswith(("/", os.sep))
        _write(batch, _in_folder(files, path, form) if whole_folder else [path], form, whole_folder)
    return batch.exit_code


def _print(batch: Batch, form: str) -> None:
    exporter = exporters.exporter(form)
    for _, minutes in batch:
        alone = len(batch.files) == 1 and minutes.source.parts is None
        with standard_output() as stream:
            (exporter.write if alone else exporter.write_next)(minutes, stream)


def _write(batch: Batch, targets: Sequence[Path], form: str, whole_folder: bool) -> None:
    """Write one file a meeting into a folder; the one file that was named takes all meetings of its source."""
    exporter = exporters.exporter(form)
    for index, group in groupby(batch, key=lambda pair: pair[0]):
        meetings = [minutes for _, minutes in group]
        if len(meetings) == 1 or whole_folder:
            for minutes in meetings:
                with new_file(numbered(targets[index], minutes.source.part), batch.files) as stream:
                    exporter.write(minutes, stream)
        else:
            with new_file(targets[index], batch.files) as stream:
                for minutes in meetings:
                    exporter.write_next(minutes, stream)


def _in_folder(files: Sequence[str], folder: Path, form: str) -> list[Path]:
    make_folder(folder)
    return [folder / name for name in file_names(files, exporters.EXPORTERS[form].suffix)]

"""`minutes parse`: files to data."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from minutes_cli import exporters
from minutes_cli.cli.batch import Batch
from minutes_cli.cli.options import reading_options
from minutes_cli.cli.output import file_names, make_folder, new_file, standard_output
from minutes_cli.readers.options import Options


@click.command("parse")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(exporters.EXPORTERS)),
    default="json",
    show_default=True,
    help="Form of the output; several files as json are one object a line.",
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
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    batch = Batch(files, options, profile)
    if output is None or output == "-":
        _print(batch, form)
    else:
        path = Path(output)
        whole_folder = len(files) > 1 or path.is_dir() or output.endswith(("/", os.sep))
        _write(batch, _in_folder(files, path, form) if whole_folder else [path], form)
    return batch.exit_code


def _print(batch: Batch, form: str) -> None:
    exporter = exporters.exporter(form)
    write = exporter.write if len(batch.files) == 1 else exporter.write_next
    for _, minutes in batch:
        with standard_output() as stream:
            write(minutes, stream)


def _write(batch: Batch, targets: Sequence[Path], form: str) -> None:
    for index, minutes in batch:
        with new_file(targets[index], batch.files) as stream:
            exporters.exporter(form).write(minutes, stream)


def _in_folder(files: Sequence[str], folder: Path, form: str) -> list[Path]:
    make_folder(folder)
    return [folder / name for name in file_names(files, exporters.EXPORTERS[form].suffix)]

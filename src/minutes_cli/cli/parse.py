"""`minutes parse`: files to data."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli import exporters
from minutes_cli.cli.batch import Batch, file_or_input
from minutes_cli.cli.documents import placed
from minutes_cli.cli.options import cache_option, reading_options
from minutes_cli.cli.output import new_file, standard_output
from minutes_cli.errors import UsageError
from minutes_cli.isolation.pool import cores
from minutes_cli.readers.options import Options

if TYPE_CHECKING:
    from minutes_cli.kept.cache import Cache


@click.command("parse")
@click.argument("files", metavar="FILE|DIR...", nargs=-1)
@click.option(
    "--files-from", metavar="FILE", help="Read names of files and folders from this file, one a line; - is stdin."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(exporters.EXPORTERS)),
    default="json",
    show_default=True,
    help="Form of the output; several meetings as json are one object a line.",
)
@click.option(
    "-o", "--output", metavar="PATH", help="A file, or for several documents a folder, instead of standard output."
)
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1, 256), default=None, help="Processes at once. [default: cores]"
)
@click.option("--resume", is_flag=True, help="Into a folder: do only what an earlier run has not done.")
@click.option("--fail-fast", is_flag=True, help="Into a folder: stop at the first document that fails.")
@cache_option
@reading_options
def command(
    files: tuple[str, ...],
    files_from: str | None,
    form: str,
    output: str | None,
    jobs: int | None,
    resume: bool,
    fail_fast: bool,
    cache: Cache | None,
    profile: str | None,
    options: Options,
) -> int:
    """Print the data of minutes.

    FILE is a PDF, DOCX, DOC, ODT, text, Markdown, HTML, Org, reStructuredText or image file; - reads standard input.
    Of a folder all documents are parsed, also further down; a pattern such as "notes/**/*.pdf" may be quoted.

    \b
    minutes parse notes.pdf
    minutes parse notes/ -o data/             # a file a document, and data/report.jsonl
    minutes parse notes/ -o data/ --resume    # what is new, changed, or failed before

    A file that holds several meetings gives an object for each.
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    named = [*files, *(_listed(files_from, options) if files_from else ())]
    if not named:
        raise click.UsageError("Missing argument 'FILE|DIR...'")
    documents = list(placed(named))
    into_folder = output not in (None, "-") and (len(documents) > 1 or any(map(os.path.isdir, (*named, output or ""))))
    if into_folder or (output or "").endswith(("/", os.sep)):
        from minutes_cli.cli.parse_run import Wishes, parse_into
        from minutes_cli.isolation.protocol import Settings

        settings = Settings(options, profile, form, kept=str(cache.folder) if cache else None)
        code = parse_into(Path(str(output)), documents, settings, Wishes(jobs or cores(), resume, fail_fast))
        if cache:
            cache.trim(always=True)
        return code
    if resume or fail_fast:
        raise click.UsageError("--resume and --fail-fast need a folder that takes the results: -o DIR/")
    batch = Batch([document.name for document in documents], options, profile, jobs=jobs, cache=cache)
    if output in (None, "-"):
        _print(batch, form)
    else:
        _write(batch, Path(str(output)), form)
    if cache:
        cache.trim()
    return batch.exit_code


def _listed(name: str, options: Options) -> list[str]:
    """The names in a file, one a line; a name may hold what is no Unicode."""
    lines = os.fsdecode(file_or_input(name, options)).splitlines()
    names = [line for line in lines if line.strip()]
    if not names:
        raise UsageError(name, "names no files", "write one a line")
    return names


def _print(batch: Batch, form: str) -> None:
    exporter = exporters.exporter(form)
    for _, minutes in batch:
        alone = len(batch.files) == 1 and minutes.source.parts is None
        with standard_output() as stream:
            (exporter.write if alone else exporter.write_next)(minutes, stream)


def _write(batch: Batch, path: Path, form: str) -> None:
    """Write the meetings of one document into one file."""
    exporter = exporters.exporter(form)
    for _, group in groupby(batch, key=lambda pair: pair[0]):
        meetings = [minutes for _, minutes in group]
        with new_file(path, batch.files) as stream:
            for minutes in meetings:
                (exporter.write if len(meetings) == 1 else exporter.write_next)(minutes, stream)

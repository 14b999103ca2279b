"""`minutes parse`: files to data."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli import exporters
from minutes_cli.cli.batch import Batch, file_or_input
from minutes_cli.cli.documents import Document, placed_anywhere
from minutes_cli.cli.options import cache_option, reading_options
from minutes_cli.cli.output import new_file, standard_output
from minutes_cli.errors import UsageError
from minutes_cli.readers.options import Options
from minutes_cli.text.file_names import is_url

if TYPE_CHECKING:
    from minutes_cli.kept.cache import Cache

# The form of tables that many documents share.
PARTS = "parquet"


@click.command("parse")
@click.argument("files", metavar="FILE|DIR...", nargs=-1)
@click.option(
    "--files-from", metavar="FILE", help="Read names of files and folders from this file, one a line; - is stdin."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*exporters.EXPORTERS, PARTS]),
    default="json",
    show_default=True,
    help="Form of the output; several meetings as json are one object a line. Parquet: tables, into a folder.",
)
@click.option(
    "-o", "--output", metavar="PATH", help="A file, or for several documents a folder, instead of standard output."
)
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1, 256), default=None, help="Processes at once. [default: cores]"
)
@click.option("--resume", is_flag=True, help="Into a folder: do only what an earlier run has not done.")
@click.option("--fail-fast", is_flag=True, help="Into a folder: stop at the first document that fails.")
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Into a folder: what does the work, this machine's processes or a Dask cluster.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Of the Dask cluster, as tcp://host:8786, or its scheduler file; by default one of --jobs processes here.",
)
@click.option(
    "--chunk",
    metavar="N",
    type=click.IntRange(1, 100_000),
    default=None,
    help="Documents of a cluster's task, or of a part of Parquet tables. [default: what suits]",
)
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
    engine: str,
    scheduler: str | None,
    chunk: int | None,
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
    minutes parse s3://bucket/notes -o s3://bucket/data --engine dask --scheduler tcp://10.0.0.5:8786

    A file that holds several meetings gives an object for each.
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    named = [*files, *(_listed(files_from, options) if files_from else ())]
    if not named:
        raise click.UsageError("Missing argument 'FILE|DIR...'")
    documents = list(placed_anywhere(named))
    if _is_folder(output, documents, named):
        from minutes_cli.cli.parse_run import Wishes, parse_into
        from minutes_cli.isolation.pool import cores
        from minutes_cli.isolation.protocol import Settings

        settings = Settings(
            options, profile, "jsonl" if form == PARTS else form, kept=str(cache.folder) if cache else None
        )
        wishes = Wishes(form, jobs or cores(), resume, fail_fast, engine, scheduler, chunk)
        code = parse_into(str(output), documents, settings, wishes)
        if cache:
            cache.trim(always=True)
        return code
    if resume or fail_fast:
        raise click.UsageError("--resume and --fail-fast need a folder that takes the results: -o DIR/")
    if engine == "dask" or form == PARTS or any(is_url(document.name) for document in documents):
        raise click.UsageError("a cluster, parquet and URLs need a folder that takes the results: -o DIR/")
    batch = Batch([document.name for document in documents], options, profile, jobs=jobs, cache=cache)
    if output in (None, "-"):
        _print(batch, form)
    else:
        _write(batch, Path(str(output)), form)
    if cache:
        cache.trim()
    return batch.exit_code


def _is_folder(output: str | None, documents: Sequence[Document], named: Sequence[str]) -> bool:
    """Whether the results go to a folder: one that is there, or as what is named asks for one."""
    if output in (None, "-"):
        return False
    is_asked_for = str(output).endswith(("/", os.sep)) or is_url(str(output))
    return is_asked_for or len(documents) > 1 or any(map(os.path.isdir, (*named, str(output))))


def _listed(name: str, options: Options) -> list[str]:
    """The names in a file, one a line, or each ended by a NUL; a name may hold what is no Unicode."""
    from minutes_cli.readers.files import read_list

    # a pipe too: --files-from <(find . -name '*.pdf')
    data = file_or_input(name, options) if name == "-" else read_list(Path(name), options)
    text = os.fsdecode(data)
    lines = text.split("\0") if "\0" in text else text.splitlines()
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

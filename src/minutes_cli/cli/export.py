"""`minutes export`: data in the forms that other programs and people work with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from minutes_cli.cli.output import file_names, make_folder, new_file, numbered, standard_output
from minutes_cli.cli.records import over_records
from minutes_cli.errors import UsageError
from minutes_cli.exporters.formats import EXPORTS, beside, single, tables, whole

if TYPE_CHECKING:
    from minutes_cli.model.collection import Collection
    from minutes_cli.model.document import Document
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.model.records import Records

# What several files in a folder are called that hold all meetings.
_ALL = "minutes"


@click.command("export")
@click.option(
    "--to",
    "forms",
    metavar="FORMAT",
    multiple=True,
    required=True,
    type=click.Choice(list(EXPORTS)),
    help=f"Format, also several: {', '.join(EXPORTS)}.",
)
@click.option(
    "--meeting", "keys", metavar="KEY", multiple=True, help="Of the register only this meeting; also several."
)
@click.option("--table", metavar="NAME", help="Of a format with several tables only this one.")
@click.option(
    "-o", "--output", metavar="PATH", help="A file, or for several files a folder, instead of standard output."
)
@over_records
def command(
    records: Records,
    body: str | None,
    since: str | None,
    forms: tuple[str, ...],
    keys: tuple[str, ...],
    table: str | None,
    output: str | None,
) -> None:
    """Write minutes, from files or without files from the register, in one or several formats.

    \b
    minutes export notes.pdf --to docx -o notes.docx
    minutes export notes/*.pdf --to xlsx --to ics -o out/
    minutes export --register --to csv -o tables/
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    collection = records.collection(body, since, keys)
    for form in forms:  # before anything is written
        if table is not None and EXPORTS[form].holds != "tables":
            raise UsageError(f"--table {table}", f"{form} is no format of tables", "leave it out")
    if not collection.meetings:
        raise UsageError("export", "there is no meeting to write", "nothing was written")
    for form in dict.fromkeys(forms):
        Writing(collection, form, records.files, len(forms) > 1, records.source_of).write(output, table)


class Writing:
    """One format of one collection.

    inputs   files that must not be written over
    several  whether it goes into a folder with other formats
    source_of  finds the document that minutes were read from
    """

    def __init__(
        self,
        collection: Collection,
        form: str,
        inputs: Sequence[str],
        several: bool,
        source_of: Callable[[Minutes], Document | None] = lambda minutes: None,
    ) -> None:
        self._collection, self._form, self._inputs, self._several = collection, form, inputs, several
        self._source_of = source_of
        self._export = EXPORTS[form]
        self._house: tuple[bytes, str] | None = None

    def write(self, output: str | None, table: str | None) -> None:
        holds = self._export.holds
        if holds == "meeting":
            self._write_meetings(output)
        elif holds == "whole":
            with self._stream(output) as stream:
                whole(self._form).write(self._collection, stream)
        elif table is not None:
            with self._stream(output) as stream:
                tables(self._form).write_table(self._collection, table, stream)
        else:
            if output is None or output == "-":
                raise UsageError(self._form, "is a folder of tables", "name one with -o, or a table with --table")
            folder = Path(output) / self._form if self._several else Path(output)
            make_folder(folder)
            tables(self._form).write(self._collection, _Folder(folder, self._inputs))

    def _write_meetings(self, output: str | None) -> None:
        meetings = self._collection.meetings
        if len(meetings) == 1 and not self._is_folder(output):
            with self._stream(output) as stream:
                self._write_one(meetings[0], stream)
            return
        if output is None or output == "-":
            raise UsageError(self._form, f"{len(meetings)} meetings, each a document", "name a folder with -o")
        for minutes, path in zip(meetings, self._paths(output), strict=True):
            with new_file(numbered(path, minutes.source.part), self._inputs) as stream:
                self._write_one(minutes, stream)

    def _paths(self, output: str) -> list[Path]:
        """Where each meeting goes: into a folder under its source's name, or beside each other under the name given."""
        meetings = self._collection.meetings
        sources = list(dict.fromkeys((minutes.source.file, minutes.source.sha256) for minutes in meetings))
        if not self._is_folder(output) and output.lower().endswith(self._export.suffix):
            if len(sources) > 1:
                raise UsageError(output, f"is one file for {len(meetings)} meetings", "name a folder with -o")
            return [Path(output)] * len(meetings)
        make_folder(Path(output))
        names = dict(zip(sources, file_names([file for file, _ in sources], self._export.suffix), strict=True))
        return [Path(output) / names[minutes.source.file, minutes.source.sha256] for minutes in meetings]

    def use_house(self, data: bytes, name: str) -> None:
        """Write Word documents on this one, whose name is for messages."""
        self._house = data, name

    def _write_one(self, minutes: Minutes, stream: BinaryIO) -> None:
        if self._house is not None:
            from minutes_cli.exporters.to_docx import write_on

            write_on(minutes, stream, *self._house)
        elif self._export.beside:
            beside(self._form).write(minutes, stream, self._source_of(minutes))
        else:
            single(self._form).write(minutes, stream)

    def _stream(self, output: str | None) -> AbstractContextManager[BinaryIO]:
        if output is None or output == "-":
            if not self._export.text and sys.stdout is not None and sys.stdout.isatty():
                raise UsageError(
                    self._form, "is nothing for a terminal", f"name a file: -o {_ALL}{self._export.suffix}"
                )
            return standard_output()
        path = Path(output)
        if self._is_folder(output):
            make_folder(path)
            path /= f"{_ALL}{self._export.suffix}"
        return new_file(path, self._inputs)

    def _is_folder(self, output: str | None) -> bool:
        return output is not None and (self._several or output.endswith(("/", os.sep)) or Path(output).is_dir())


class _Folder:
    """A folder whose files are there complete or not at all."""

    def __init__(self, path: Path, inputs: Sequence[str]) -> None:
        self._path, self._inputs = path, inputs

    def file(self, name: str) -> AbstractContextManager[BinaryIO]:
        return new_file(self._path / name, self._inputs)

"""`minutes export`: data in the forms that other programs and people work with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from minutes_cli.cli.messages import tell
from minutes_cli.cli.output import file_names, make_folder, new_file, numbered, require_others, standard_output
from minutes_cli.cli.records import over_records
from minutes_cli.errors import LimitError, UsageError
from minutes_cli.exporters.formats import EXPORTS, beside, require_extra, single, tables, whole
from minutes_cli.readers.options import Limits
from minutes_cli.text.counting import in_bytes

if TYPE_CHECKING:
    from minutes_cli.model.collection import Collection
    from minutes_cli.model.document import Document
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.model.records import Records

# What several files in a folder are called that hold all meetings.
_ALL = "minutes"


def _shows_source(given: Mapping[str, Any]) -> bool:
    return any(EXPORTS[form].beside for form in given["forms"])


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
@partial(over_records, with_documents=_shows_source)
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
    several = len(set(forms)) > 1
    writings = [Writing(collection, form, output, table, several, records.source_of) for form in dict.fromkeys(forms)]
    write_all(writings, records.files)


def write_all(writings: Sequence[Writing], inputs: Sequence[str]) -> None:
    """Write them all, or where one of them cannot be written, is not to, or goes to one of the inputs, nothing."""
    _require_unique([path for writing in writings for path in writing.paths])
    require_others((path for writing in writings for path in writing.paths), inputs)
    for writing in writings:
        writing.write()


def _require_unique(paths: Sequence[Path]) -> None:
    """UsageError where two would be one file, on file systems that ignore case too: one would be lost."""
    taken: set[str] = set()
    for path in paths:
        if str(path).casefold() in taken:
            raise UsageError(str(path), "would be written twice", "name a folder of its own for each format with -o")
        taken.add(str(path).casefold())


class Writing:
    """One format of one collection: what it writes is settled, and refused, before it is written.

    several    whether it goes into a folder with other formats
    source_of  finds the document that minutes were read from
    """

    def __init__(
        self,
        collection: Collection,
        form: str,
        output: str | None,
        table: str | None = None,
        several: bool = False,
        source_of: Callable[[Minutes], Document | None] = lambda minutes: None,
    ) -> None:
        self._collection, self._form, self._table, self._source_of = collection, form, table, source_of
        self._output = output = None if output == "-" else output
        self._export = EXPORTS[form]
        self._several = several
        said = output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())
        # a name that ends as a format's files do is meant to be one
        self._ending = "" if output is None or said else _ending(output)
        self._is_folder = said or (several and output is not None)
        self._made: Sequence[bytes] = ()  # each meeting through the user's own template: all, or nothing is written
        require_extra(form)
        self.paths = self._paths()

    def use_template(self, data: bytes, name: str) -> None:
        """Write through a body's own: for docx a Word document, else a Jinja template; its name is for messages."""
        if self._form == "docx":
            from minutes_cli.exporters.to_docx import write_on

            write: Callable[[Minutes, BinaryIO], None] = partial(write_on, house=data, name=name)
        else:
            from minutes_cli.exporters.own_template import own_template

            with within_limits(name):  # what is the same for all minutes is worked out here
                write = own_template(self._form, data, name).write
        made = []
        for minutes in self._collection.meetings:
            with within_limits(name):
                stream = BytesIO()
                write(minutes, stream)
                made.append(stream.getvalue())
        self._made = made

    def write(self) -> None:
        self._tell_of_name()
        for folder in {path.parent for path in self.paths} if self._is_folder or self._is_table_folder else ():
            make_folder(folder)
        if self._export.holds == "meeting":
            meetings = self._collection.meetings
            if len(self.paths) > 1:
                for at, path in enumerate(self.paths):
                    with new_file(path) as stream:
                        self._write_one(at, stream)
            else:
                with _stream(self.paths[0] if self.paths else None) as stream:
                    for at in range(len(meetings)):
                        self._write_one(at, stream)
            if len(self.paths) > 1 and not self._is_folder:
                names = ", ".join(path.name for path in self.paths)
                tell(str(self._output), f"{len(meetings)} meetings, each a document", f"wrote {names}")
        elif self._is_table_folder:
            tables(self._form).write(self._collection, _Folder(self.paths[0].parent))
        else:
            with _stream(self.paths[0] if self.paths else None) as stream:
                if self._table is not None:
                    tables(self._form).write_table(self._collection, self._table, stream)
                else:
                    whole(self._form).write(self._collection, stream)

    def _tell_of_name(self) -> None:
        """Warn of a name that says another format; any text may be called .txt."""
        suffix, ending = self._export.suffix, self._ending
        if ending and not _ending(_ALL + suffix).startswith(ending) and not (ending == ".txt" and self._export.text):
            said = f"is written as {self._form}, whatever its name"
            tell(str(self._output), said, f"files of that format end in {suffix}")

    @property
    def _is_table_folder(self) -> bool:
        return self._export.holds == "tables" and self._table is None

    def _paths(self) -> list[Path]:
        """The files to write; none for standard output."""
        meetings, output, suffix = self._collection.meetings, self._output, self._export.suffix
        if self._several and output is None:
            raise UsageError("export", "several formats, each a file", "name a folder with -o")
        if self._several and self._ending:
            raise UsageError(str(output), "is one file for several formats", "name a folder: -o FOLDER/")
        if self._is_table_folder:
            if output is None:
                raise UsageError(self._form, "is a folder of tables", "name one with -o, or a table with --table")
            if self._ending:
                raise UsageError(output, f"{self._form} is a folder of tables", "add --table NAME, or name -o FOLDER/")
            folder = Path(output) / self._form if self._several else Path(output)
            return [folder / name for name in tables(self._form).FILES]
        shared = self._export.lines and not self._is_folder  # all meetings in one file
        if self._export.holds == "meeting" and not shared and (len(meetings) > 1 or self._is_folder):
            if output is None:
                raise UsageError(self._form, f"{len(meetings)} meetings, each a document", "name a folder with -o")
            return self._paths_of_meetings(output)
        if output is None:
            if not self._export.text and sys.stdout is not None and sys.stdout.isatty():
                raise UsageError(self._form, "is nothing for a terminal", f"name a file: -o {_ALL}{suffix}")
            return []
        return [Path(output) / f"{_ALL}{suffix}" if self._is_folder else Path(output)]

    def _paths_of_meetings(self, output: str) -> list[Path]:
        """Where each meeting goes: into a folder under its source's name, or beside each other under the name given."""
        sources = [minutes.source for minutes in self._collection.meetings]
        if not self._is_folder and self._ending:
            if len({(source.file, source.sha256) for source in sources}) > 1 or not output.lower().endswith(
                self._export.suffix
            ):
                raise UsageError(output, f"is one file for {len(sources)} meetings", "name a folder with -o")
            parts = [source.part for source in sources]
            told = None not in parts and len(set(parts)) == len(parts)
            return [numbered(Path(output), part if told else at) for at, part in enumerate(parts, start=1)]
        self._is_folder = True
        names = file_names(((source.file, source.part) for source in sources), self._export.suffix)
        return [Path(output) / name for name in names]

    def _write_one(self, at: int, stream: BinaryIO) -> None:
        minutes = self._collection.meetings[at]
        if self._made:
            stream.write(self._made[at])
        elif self._export.beside:
            beside(self._form).write(minutes, stream, self._source_of(minutes))
        else:
            single(self._form).write(minutes, stream)


@contextmanager
def within_limits(name: str) -> Iterator[None]:
    """The block reads or fills a template: UsageError, with its name, for one that takes too much time or memory."""
    from minutes_cli.isolation import supervision

    limits = Limits()
    try:
        with supervision.reading(name, limits):
            yield
    except LimitError as error:
        raise UsageError(name, error.reason, "make the template simpler") from error
    except MemoryError as error:
        told = f"needs more than {in_bytes(limits.memory_bytes)} of memory"
        raise UsageError(name, told, "make the template simpler") from error


def _ending(name: str) -> str:
    """The last suffix of a file's name, where files of some format end so."""
    last = PurePath(name).suffix.lower()
    return last if any(export.suffix.endswith(last) for export in EXPORTS.values()) else ""


def _stream(path: Path | None) -> AbstractContextManager[BinaryIO]:
    return new_file(path) if path else standard_output()


class _Folder:
    """A folder whose files are there complete or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def file(self, name: str) -> AbstractContextManager[BinaryIO]:
        return new_file(self._path / name)

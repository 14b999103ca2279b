"""Every format that `minutes export` writes: a new one is a module and one line here.

A module offers `write`, by what a file of its format holds: `Single`, `Whole` or `Tables`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from minutes_cli.model.collection import Collection
    from minutes_cli.model.document import Document
    from minutes_cli.model.minutes import Minutes


class Export(NamedTuple):
    """A format.

    holds   what one file of it holds: a meeting, the whole collection, or a table of many in a folder
    text    whether it can be shown in a terminal
    beside  whether it shows the source beside the minutes: `Beside`
    extra   whether it needs a library that may not be there: `Extra`
    lines   of a format whose files hold a meeting: whether one may hold several, one behind the other
    """

    module: str
    suffix: str
    holds: Literal["meeting", "whole", "tables"]
    about: str
    text: bool = True
    beside: bool = False
    extra: bool = False
    lines: bool = False


EXPORTS = {
    "json": Export("minutes_cli.exporters.to_json", ".json", "meeting", "the data, as `minutes parse` prints it"),
    "jsonl": Export("minutes_cli.exporters.to_jsonl", ".jsonl", "meeting", "the data, a meeting a line", lines=True),
    "yaml": Export("minutes_cli.exporters.to_yaml", ".yaml", "meeting", "the data as YAML"),
    "csv": Export("minutes_cli.exporters.to_csv", ".csv", "tables", "a folder of tables, or one of them"),
    "xlsx": Export("minutes_cli.exporters.xlsx", ".xlsx", "whole", "a workbook, its action log to edit", text=False),
    "sqlite": Export("minutes_cli.exporters.to_sqlite", ".db", "whole", "the tables as a database", text=False),
    "parquet": Export(
        "minutes_cli.exporters.to_parquet", ".parquet", "tables", "a folder of tables", False, extra=True
    ),
    "markdown": Export("minutes_cli.exporters.to_markdown", ".md", "meeting", "clean minutes that `parse` reads back"),
    "ics": Export("minutes_cli.exporters.to_calendar", ".ics", "whole", "actions and next meetings for a calendar"),
    "todo.txt": Export("minutes_cli.exporters.to_todo", ".todo.txt", "whole", "an action a line"),
    "html": Export("minutes_cli.exporters.to_html", ".html", "meeting", "a page beside its source", beside=True),
    "pdf": Export("minutes_cli.exporters.to_pdf", ".pdf", "meeting", "that page without the source", False, extra=True),
    "docx": Export("minutes_cli.exporters.to_docx", ".docx", "meeting", "the same as a Word document", text=False),
    "taskwarrior": Export("minutes_cli.exporters.to_taskwarrior", ".task.json", "whole", "for `task import`"),
    "jira": Export("minutes_cli.exporters.boards.to_jira", ".jira.csv", "whole", "actions for Jira's importer"),
    "trello": Export("minutes_cli.exporters.boards.to_trello", ".trello.csv", "whole", "actions as cards of Trello"),
    "planner": Export("minutes_cli.exporters.boards.to_planner", ".planner.csv", "whole", "actions for Planner"),
    "github": Export("minutes_cli.exporters.to_github", ".sh", "whole", "`gh issue create` commands to read and run"),
    "akn": Export("minutes_cli.exporters.akn", ".akn.xml", "meeting", "Akoma Ntoso 3.0"),
    "popolo": Export("minutes_cli.exporters.civic.to_popolo", ".popolo.json", "whole", "people, motions, votes"),
    "oparl": Export("minutes_cli.exporters.civic.to_oparl", ".oparl.json", "whole", "an object list of OParl 1.1"),
    "jsonld": Export("minutes_cli.exporters.civic.to_jsonld", ".jsonld", "whole", "linked data, by schema.org"),
}


class Single(Protocol):
    """A format of which a file holds one meeting."""

    def write(self, minutes: Minutes, stream: BinaryIO) -> None:
        """Write one meeting, complete in itself."""


class Beside(Protocol):
    """A format of which a file holds one meeting and its source."""

    def write(self, minutes: Minutes, stream: BinaryIO, document: Document | None) -> None:
        """Write one meeting; without the document the words that were quoted from it have to do."""


class Whole(Protocol):
    """A format of which a file holds all meetings."""

    def write(self, collection: Collection, stream: BinaryIO) -> None:
        """Write all meetings and actions."""


class Folder(Protocol):
    """Where the files of a format with several go."""

    def file(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A stream for the file of that name; it is there once the block ends well."""


class Tables(Protocol):
    """A format of which a file holds one table.

    FILES  the names of all that it writes
    """

    FILES: tuple[str, ...]

    def write(self, collection: Collection, folder: Folder) -> None:
        """Write every table, and what describes them."""

    def write_table(self, collection: Collection, table: str, stream: BinaryIO) -> None:
        """Write the table of that name, one of `exporters.tidy.TABLES`."""


class Extra(Protocol):
    """A format that needs a library which may not be there."""

    def require(self) -> object:
        """UsageError where it is not, with how to install it."""


def require_extra(name: str) -> None:
    """UsageError where the format cannot be written here."""
    if EXPORTS[name].extra:
        cast(Extra, import_module(EXPORTS[name].module)).require()


def single(name: str) -> Single:
    return cast(Single, import_module(EXPORTS[name].module))


def beside(name: str) -> Beside:
    return cast(Beside, import_module(EXPORTS[name].module))


def whole(name: str) -> Whole:
    return cast(Whole, import_module(EXPORTS[name].module))


def tables(name: str) -> Tables:
    return cast(Tables, import_module(EXPORTS[name].module))

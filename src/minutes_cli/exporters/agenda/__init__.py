"""Exporters of matters arising; a new format is a module and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

if TYPE_CHECKING:
    from minutes_cli.model.agenda import MattersArising

AGENDA_EXPORTERS = {
    "markdown": "minutes_cli.exporters.agenda.to_markdown",
    "docx": "minutes_cli.exporters.agenda.to_docx",
}


class AgendaExporter(Protocol):
    """What every module named in `AGENDA_EXPORTERS` offers."""

    def write(self, found: MattersArising, stream: BinaryIO) -> None: ...


def write_agenda(found: MattersArising, stream: BinaryIO, name: str) -> None:
    """Write matters arising in the format of that name, one of `AGENDA_EXPORTERS`."""
    cast(AgendaExporter, import_module(AGENDA_EXPORTERS[name])).write(found, stream)

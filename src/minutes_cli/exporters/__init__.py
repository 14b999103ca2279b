"""Exporters: Minutes -> bytes in an open binary stream. A new format is a module and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes


class Format(NamedTuple):
    """A format of output: the module that writes it and the suffix of its files."""

    module: str
    suffix: str


EXPORTERS = {
    "json": Format("minutes_cli.exporters.to_json", ".json"),
    "jsonl": Format("minutes_cli.exporters.to_jsonl", ".jsonl"),
    "yaml": Format("minutes_cli.exporters.to_yaml", ".yaml"),
}


class Exporter(Protocol):
    """What every module named in `EXPORTERS` offers."""

    def write(self, minutes: Minutes, stream: BinaryIO) -> None:
        """Write one set of minutes, complete in itself."""

    def write_next(self, minutes: Minutes, stream: BinaryIO) -> None:
        """Write one of several that share a stream."""


def exporter(name: str) -> Exporter:
    """The exporter of that name, one of `EXPORTERS`."""
    return cast(Exporter, import_module(EXPORTERS[name].module))

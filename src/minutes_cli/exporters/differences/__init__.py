"""Differences -> bytes in an open binary stream. A new form is a module and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import BinaryIO, Protocol, cast

from minutes_cli.model.differences import Differences

DIFFERENCE_EXPORTERS = {
    "markdown": "minutes_cli.exporters.differences.to_markdown",
    "html": "minutes_cli.exporters.differences.to_html",
    "json": "minutes_cli.exporters.differences.to_json",
}


class DifferenceExporter(Protocol):
    """What every module named in `DIFFERENCE_EXPORTERS` offers."""

    def write(self, found: Differences, stream: BinaryIO) -> None:
        """Write all differences, complete in themselves."""


def write_differences(found: Differences, stream: BinaryIO, form: str) -> None:
    cast(DifferenceExporter, import_module(DIFFERENCE_EXPORTERS[form])).write(found, stream)

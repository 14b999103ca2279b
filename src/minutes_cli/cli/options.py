"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from minutes_cli.readers.options import Options

Command = TypeVar("Command", bound=Callable[..., object])

_READING = (
    click.option("--profile", metavar="P", help="Cues to use: a name of `minutes profile list` or a TOML file."),
    click.option(
        "--password", metavar="W", envvar="MINUTES_PASSWORD", show_envvar=True, help="Password of encrypted files."
    ),
    click.option(
        "--pdf-engine",
        type=click.Choice(["pdfium", "pdfplumber"]),
        default="pdfium",
        show_default=True,
        help="What reads PDF files.",
    ),
)


def reading_options(command: Command) -> Command:
    """Add the options that say how files are read."""
    for option in reversed(_READING):
        command = option(command)
    return command


def reader_options(password: str | None, pdf_engine: str) -> Options:
    return Options(password=password, pdf_engine="pdfplumber" if pdf_engine == "pdfplumber" else "pdfium")

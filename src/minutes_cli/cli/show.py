"""`minutes show`: a summary for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Batch
from minutes_cli.cli.options import reading_options, register_option
from minutes_cli.readers.options import Options

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes


@click.command("show")
@click.argument("files", metavar="FILE|KEY...", nargs=-1, required=True)
@register_option
@reading_options
def command(files: tuple[str, ...], register: Path, profile: str | None, options: Options) -> int:
    """Show a summary of minutes: who came, the items, what was decided and who does what.

    FILE is a PDF, DOCX, DOC, ODT, text, Markdown, HTML, Org, reStructuredText or image file; - reads standard input.
    KEY is a meeting of the register, as `minutes meetings` lists it, or the beginning of one.
    """
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.summary import summary

    keys = [name for name in files if name != "-" and not Path(name).exists() and register.exists()]
    recorded, unknown = _recorded(keys, register) if keys else ([], [])
    batch = Batch([name for name in files if name not in keys or name in unknown], options, profile)
    shown = False
    for minutes in (*recorded, *(minutes for _, minutes in batch)):
        if shown:
            show("")
        show(summary(minutes))
        shown = True
    return batch.exit_code


def _recorded(keys: Sequence[str], register: Path) -> tuple[list[Minutes], list[str]]:
    """The minutes of meetings by their keys, and the names that are no keys."""
    from minutes_cli.store.database import opened
    from minutes_cli.store.saving import find_meeting, read_version

    found: list[Minutes] = []
    unknown: list[str] = []
    with opened(register) as connection:
        for key in keys:
            meeting = find_meeting(connection, key)
            if meeting is None:
                unknown.append(key)
            else:
                found.append(read_version(connection, meeting))
    return found, unknown

"""`minutes add`: record meetings in the register."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli import __version__
from minutes_cli.cli.batch import Batch, file_or_input
from minutes_cli.cli.documents import documents
from minutes_cli.cli.held import no_minutes
from minutes_cli.cli.messages import tell, tell_error
from minutes_cli.cli.options import reading_options, register_option
from minutes_cli.cli.output import standard_output
from minutes_cli.errors import ExitCode, InputError

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.readers.options import Options
    from minutes_cli.store.saving import Saved


@click.command("add")
@click.argument("files", metavar="FILE|DIR...", nargs=-1, required=True)
@click.option("--keep-copy", is_flag=True, help="Keep a copy of each document in the register.")
@register_option
@reading_options
def command(files: tuple[str, ...], keep_copy: bool, register: Path, profile: str | None, options: Options) -> ExitCode:
    """Record meetings in the register: one line "saved KEY" each, once it is safely on the disk.

    The same file again changes nothing. A corrected version of a meeting (same body and date) takes its place, shows
    what differs, and keeps what users did to its actions. Of a folder all documents in it are taken, also further down.

    \b
    minutes add notes/*.pdf
    minutes add minutes-2024/ --register board.db
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.store.database import opened
    from minutes_cli.store.saving import Addition, save
    from minutes_cli.tracking.meetings import is_empty, was_held

    names = list(documents(files))
    # standard input comes once
    contents = {"-": file_or_input("-", options)} if keep_copy and "-" in names else {}
    batch = Batch(names, options, profile, contents)
    refused = 0
    with opened(register, write=True) as connection:
        for index, minutes in batch:
            name = names[index]
            if not was_held(minutes) or is_empty(minutes):
                refused += 1
                tell_error(InputError(name, no_minutes(minutes), "nothing of it was recorded"))
                continue
            now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
            path = "-" if name == "-" else str(Path(name).resolve())
            copy = _copy(name, minutes, contents.get(name), options) if keep_copy else None
            _print(save(connection, Addition(minutes, path, now, copy, __version__)), name)
    if batch.exit_code == ExitCode.DONE and refused:
        return ExitCode.INPUT if len(names) == 1 else ExitCode.PROBLEMS
    return batch.exit_code


def _copy(name: str, minutes: Minutes, content: bytes | None, options: Options) -> bytes:
    """The bytes that the minutes were read from."""
    data = file_or_input(name, options) if content is None else content
    if hashlib.sha256(data).hexdigest() != minutes.source.sha256:
        raise InputError(name, "was changed while it was read", "add it again")
    return data


def _print(saved: Saved, name: str) -> None:
    word = "unchanged" if saved.how == "unchanged" else "saved"
    with standard_output() as stream:
        stream.write(f"{word} {saved.key}\n".encode())
    for line in saved.differences:
        tell(name, line)

"""`minutes add`: record meetings in the register."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli import __version__
from minutes_cli.cli.batch import Files
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


class _Documents(Files["tuple[Minutes, bytes]"]):
    """Files to parse, each meeting with the bytes it was read from."""

    def _read(self, data: bytes, name: str) -> Sequence[tuple[Minutes, bytes]]:
        from minutes_cli.pipeline import parse_all_bytes

        return [(minutes, data) for minutes in parse_all_bytes(data, name, self.options, self.profile)]


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
    batch = _Documents(names, options, profile)
    refused = 0
    with opened(register, write=True) as connection:
        for index, (minutes, data) in batch:
            name = names[index]
            if not was_held(minutes) or is_empty(minutes):
                refused += 1
                tell_error(InputError(name, no_minutes(minutes), "nothing of it was recorded"))
                continue
            now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
            path = "-" if name == "-" else str(Path(name).resolve())
            _print(save(connection, Addition(minutes, path, now, data if keep_copy else None, __version__)), name)
    if batch.exit_code == ExitCode.DONE and refused:
        return ExitCode.INPUT if len(names) == 1 else ExitCode.PROBLEMS
    return batch.exit_code


def _print(saved: Saved, name: str) -> None:
    word = "unchanged" if saved.how == "unchanged" else "saved"
    with standard_output() as stream:
        stream.write(f"{word} {saved.key}\n".encode())
    for line in saved.differences:
        tell(name, line)

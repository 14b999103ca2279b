"""Checking again and again while people write."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from minutes_cli.cli.messages import tell, tell_error
from minutes_cli.errors import MinutesError

if TYPE_CHECKING:
    from minutes_cli.cli.check_print import Printing
    from minutes_cli.cli.check_run import Run

# Seconds between two looks at the files: at once for who saves one, next to nothing for the machine.
_INTERVAL = 0.5

_State = dict[str, tuple[int, int] | None]


def watch_files(run: Run, printing: Printing, named: Sequence[str]) -> NoReturn:
    """Print anew what is found whenever a file changes, comes or goes; ends with KeyboardInterrupt.

    Raises click.UsageError for what cannot be watched.
    """
    if printing.form != "text" or printing.output:
        raise click.UsageError("--watch prints text to standard output alone")
    if "-" in named:
        raise click.UsageError("--watch needs files: standard input comes once")
    seen: _State | None = None
    while True:
        try:
            now = _state(run)
            if now != seen:
                seen = now
                _check(run, printing)
        except MinutesError as error:
            if seen != {}:
                tell_error(error)
            seen = {}
        time.sleep(_INTERVAL)


def _check(run: Run, printing: Printing) -> None:
    click.clear()  # a terminal alone
    result = run.check()
    printing.print(result.report, result.checked)
    tell("watching", "Ctrl-C ends it")


def _state(run: Run) -> _State:
    return {name: _stamp(Path(name)) for name in run.files()}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size

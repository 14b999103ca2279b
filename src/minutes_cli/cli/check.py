"""`minutes check`: what is wrong with minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.check_options import configured, printing_options
from minutes_cli.errors import ExitCode

if TYPE_CHECKING:
    from minutes_cli.cli.check_print import Printing
    from minutes_cli.config import Effective
    from minutes_cli.readers.options import Options


@click.command("check")
@click.argument("files", metavar="FILE|DIR...", nargs=-1, required=True)
@printing_options
@configured
def command(files: tuple[str, ...], printing: Printing, effective: Effective, options: Options) -> int:
    """Check minutes: header, attendance, items, actions, decisions, next meeting, pillars and text.

    Of a folder all documents in it are checked, also further down. The exit code is 1 where something at or above the
    failing severity was found.

    \b
    minutes check notes.md
    minutes check minutes-2024/ --select M1,M401 --fail-on error
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.checking.report import is_failing
    from minutes_cli.cli.check_run import Run

    run = Run(files, effective, options)
    report, checked, code = run.check()
    printing.print(report, checked)
    failing = is_failing(report, effective.settings.check.fail_on)
    return code or (ExitCode.PROBLEMS if failing else ExitCode.DONE)

"""`minutes check`: what is wrong with minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.check_fix import Fixing, fixing_options
from minutes_cli.cli.check_options import configured, printing_options
from minutes_cli.cli.messages import tell
from minutes_cli.cli.options import cache_option
from minutes_cli.errors import ExitCode

if TYPE_CHECKING:
    from minutes_cli.cli.check_print import Printing
    from minutes_cli.config import Effective
    from minutes_cli.kept.cache import Cache
    from minutes_cli.readers.options import Options


@click.command("check")
@click.argument("files", metavar="FILE|DIR...", nargs=-1)
@fixing_options
@printing_options
@click.option("--diff-base", metavar="REV", help="Only files that differ from this revision of git, and new ones.")
@click.option("--write-baseline", is_flag=True, help="Write all findings to the file of --baseline: they pass then.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@cache_option
@configured
def command(
    files: tuple[str, ...],
    fixing: Fixing | None,
    printing: Printing,
    effective: Effective,
    options: Options,
    diff_base: str | None,
    write_baseline: bool,
    watch: bool,
    cache: Cache | None,
) -> int:
    """Check minutes: header, attendance, items, actions, decisions, next meeting, pillars and text.

    Of a folder all documents in it are checked, also further down. The exit code is 1 where something at or above the
    failing severity was found.

    \b
    minutes check notes.md
    minutes check minutes-2024/ --select M1,M401 --fail-on error
    minutes check --diff-base origin/main
    minutes check --diff notes.docx      # what --fix would change
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.checking.report import is_failing
    from minutes_cli.cli.check_run import Run

    if not files and diff_base is None:
        raise click.UsageError("Missing argument 'FILE|DIR...'")
    if (fixing is not None) + watch + write_baseline > 1:
        raise click.UsageError("of --fix or --diff, --watch and --write-baseline only one can be given")
    run = Run(files or (".",), effective, options, diff_base, cache)
    if write_baseline:
        run.baseline_to_write()
    if watch:
        from minutes_cli.cli.watch import watch_files

        watch_files(run, printing, files)
    result = run.mend(fixing) if fixing else run.check(with_known=write_baseline)
    if fixing and fixing.preview:
        return result.exit_code or (ExitCode.PROBLEMS if result.mended else ExitCode.DONE)
    if write_baseline:
        run.write_baseline(result.report)
        tell(str(run.baseline), f"{len(result.report.findings)} findings are known from now on")
        return result.exit_code
    printing.print(result.report, result.checked)
    if result.gone:
        tell(str(run.baseline), f"{result.gone} of its findings no longer occur", "--write-baseline takes them out")
    failing = is_failing(result.report, effective.settings.check.fail_on)
    return result.exit_code or (ExitCode.PROBLEMS if failing else ExitCode.DONE)

"""`minutes check`: what is wrong with minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Files
from minutes_cli.cli.options import reading_options
from minutes_cli.cli.output import standard_output
from minutes_cli.errors import ExitCode
from minutes_cli.reports import REPORTS, write_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minutes_cli.checking.engine import Checked, Checker
    from minutes_cli.model.document import Severity
    from minutes_cli.model.findings import CheckReport
    from minutes_cli.readers.options import Options


@click.command("check")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--select", metavar="CODES", multiple=True, help="Rules to run instead of the usual: M1,M204 or ALL.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Rules not to run.")
@click.option("--extend-select", metavar="CODES", multiple=True, help="Rules to run beside the usual ones.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    default="warning",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *REPORTS]),
    default="text",
    show_default=True,
    help="Form of the output.",
)
@reading_options
def command(
    files: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_select: tuple[str, ...],
    fail_on: Severity,
    form: str,
    profile: str | None,
    options: Options,
) -> int:
    """Check minutes: header, attendance, items, actions, decisions, next meeting, pillars and text.

    The exit code is 1 where something at or above the failing severity was found.
    """
    from minutes_cli.checking.engine import Checker
    from minutes_cli.checking.selection import choose_rules

    checker = Checker(choose_rules(*map(_codes, (select, ignore, extend_select))))
    batch = _Checking(files, options, profile, checker)
    checked = [result for _, result in batch]
    report = _report(checked, checker)
    _print(report, form)
    failing = any(SEVERITIES.index(one.severity) <= SEVERITIES.index(fail_on) for one in report.findings)
    return batch.exit_code or (ExitCode.PROBLEMS if failing else ExitCode.DONE)


SEVERITIES = ("error", "warning", "info")


class _Checking(Files["Checked"]):
    """Files to check, one after the other."""

    def __init__(self, files: Sequence[str], options: Options, profile: str | None, checker: Checker) -> None:
        super().__init__(files, options, profile)
        self._checker = checker

    def _read(self, data: bytes, name: str) -> Sequence[Checked]:
        return (self._checker.check(data, name, self.options, self.profile),)


def _codes(given: Sequence[str]) -> list[str]:
    return [code.strip() for one in given for code in one.split(",") if code.strip()]


def _report(checked: Sequence[Checked], checker: Checker) -> CheckReport:
    from minutes_cli.model.findings import CheckReport

    findings = [
        found.finding
        for one, between in zip(checked, checker.across(checked), strict=True)
        for found in (*one.found, *between)
    ]
    return CheckReport(findings=tuple(findings), files=tuple(one.path for one in checked))


def _print(report: CheckReport, form: str) -> None:
    if form != "text":
        with standard_output() as stream:
            write_report(report, stream, form)
        return
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.findings import findings

    show(findings(report))

"""Printing what was found: for a terminal, for programs that read lines, or in the form asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from minutes_cli.cli.messages import tell
from minutes_cli.cli.output import new_file, standard_output
from minutes_cli.cli.terminal import is_terminal, show, width
from minutes_cli.reports import write_report

if TYPE_CHECKING:
    from minutes_cli.checking.checked import Checked
    from minutes_cli.model.findings import CheckReport, RuleCount


class Printing(NamedTuple):
    """How a report is printed.

    form    "text" or one of `reports.REPORTS`
    counts  whether only the counts by rule are
    output  the file to write instead of standard output
    """

    form: str = "text"
    counts: bool = False
    output: str | None = None

    def print(self, report: CheckReport, checked: Sequence[Checked] = ()) -> None:
        """Print a report; the lines of what was `checked` are shown in a terminal."""
        if self.form == "text" and self.output is None and is_terminal():
            self._show(report, checked)
            return
        with self._stream([*report.files, *(one.file for one in report.unread)]) as stream:
            if self.counts:
                _write_counts(report.counts(), stream, self.form)
            elif self.form == "text":
                from minutes_cli.views.finding_lines import finding_lines

                stream.writelines(f"{line}\n".encode() for line in finding_lines(report))
            else:
                write_report(report, stream, self.form)
        # of one file that could not be read all is said
        if (self.form == "text" or self.output) and (report.files or len(report.unread) != 1):
            tell(report.summary())

    def _show(self, report: CheckReport, checked: Sequence[Checked]) -> None:
        if self.counts:
            from minutes_cli.views.statistics import statistics

            show(statistics(report.counts(), report.summary()))
            return
        from minutes_cli.views.findings import findings

        shown = {finding.file for finding in report.findings if finding.line or finding.block}
        lines = {one.path: one.source.by_address for one in checked if one.path in shown}
        show(findings(report, lines, width()))

    def _stream(self, inputs: Sequence[str]) -> AbstractContextManager[BinaryIO]:
        return new_file(Path(self.output), inputs) if self.output else standard_output()


def _write_counts(counts: Sequence[RuleCount], stream: BinaryIO, form: str) -> None:
    if form == "text":
        stream.writelines(f"{one.count:>5}  {one.code}  {one.severity:7}  {one.name}\n".encode() for one in counts)
        return
    told = [one.model_dump(mode="json") for one in counts]
    stream.write(json.dumps(told, indent=2, ensure_ascii=False).encode() + b"\n")

"""Findings in the forms that editors, CI systems and people read. One form a file, each writes to an open stream.

A form never changes the exit code. Text for terminals is a view (`views.findings`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from minutes_cli.model.findings import CheckReport

# form -> the module that writes it; a module is imported when its form is asked for
REPORTS = {
    "json": "minutes_cli.reports.to_json",
    "jsonl": "minutes_cli.reports.to_jsonl",
    "github": "minutes_cli.reports.to_github",
    "gitlab": "minutes_cli.reports.to_gitlab",
    "sarif": "minutes_cli.reports.to_sarif",
    "junit": "minutes_cli.reports.to_junit",
    "markdown": "minutes_cli.reports.to_markdown",
}


def write_report(report: CheckReport, stream: BinaryIO, form: str) -> None:
    """Write all findings in one of the forms of `REPORTS`."""
    import_module(REPORTS[form]).write(report, stream)

"""Markdown: a table for the summary of a job or a comment on a merge request."""

from __future__ import annotations

import re
from typing import BinaryIO

from minutes_cli.model.document import Severity
from minutes_cli.model.findings import CheckReport, Finding
from minutes_cli.reports.paths import project_path
from minutes_cli.reports.sentences import message, title, where
from minutes_cli.text.safe import safe

_SEVERITIES: dict[Severity, str] = {"error": "❌ error", "warning": "⚠️ warning", "info": "ℹ️ note"}
# A summary of a job or a comment may not be longer than about a megabyte.
_MOST = 1000
# What Markdown would take for markup, in a table too; escaped by a backslash it is printed.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|#~&!$]")


def write(report: CheckReport, stream: BinaryIO) -> None:
    lines = ["## Minutes", "", f"{report.summary()}."]
    if report.findings or report.unread:
        lines += ["", "| | Where | Rule | What |", "| --- | --- | --- | --- |"]
        lines += [_row(finding) for finding in report.findings[:_MOST]]
        lines += [
            f"| ❌ | {_cell(project_path(one.file))} | | could not be read: {_cell(one.reason)} |"
            for one in report.unread
        ]
    if len(report.findings) > _MOST:
        lines += ["", f"{len(report.findings) - _MOST} more are not shown."]
    stream.write("".join(f"{line}\n" for line in lines).encode())


def _row(finding: Finding) -> str:
    file, spot = _cell(project_path(finding.file)), _cell(where(finding, with_line=True))
    place = f"{file}, {spot}" if spot else file
    what = _cell(message(finding)) + (f"<br>*{_cell(finding.hint)}*" if finding.hint else "")
    return f"| {_SEVERITIES[finding.severity]} | {place} | {_cell(title(finding))} | {what} |"


def _cell(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", safe(text))

"""Findings for programs that read lines: `notes.md:12:5: M401 warning: …`, one finding a line, never wrapped."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.findings import CheckReport, Finding
from minutes_cli.text.safe import safe, told_line
from minutes_cli.views.words import place

_MARKS = {"safe": " [*]", "unsafe": " [unsafe *]"}


def finding_lines(report: CheckReport) -> Iterator[str]:
    for finding in report.findings:
        item = f" ({place(finding.item)})" if finding.item else ""
        fix = _MARKS[finding.fix] if finding.fix else ""
        yield told_line(safe(f"{where(finding)}: {finding.code} {finding.severity}: {finding.message}{item}{fix}"))


def where(finding: Finding) -> str:
    """`notes.md:12:5`, `notes.pdf:p3`, `notes.docx:table[1]/row[2]`."""
    if finding.line is not None:
        spot = f":{finding.line}" + (f":{finding.column}" if finding.column else "")
    elif finding.page is not None:
        spot = f":p{finding.page}"
    else:
        spot = f":{finding.block}" if finding.block else ""
    return finding.file + spot

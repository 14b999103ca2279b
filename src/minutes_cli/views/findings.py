"""Findings for people: one line each, with the words they are about beneath where there is room for them."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from minutes_cli.model.document import Severity
from minutes_cli.model.findings import CheckReport, Finding
from minutes_cli.text.safe import safe

_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "blue"}


def where(finding: Finding) -> str:
    """`notes.md:12:5`, `notes.pdf:p3`, `notes.docx:table[1]/row[2]`."""
    if finding.line is not None:
        place = f":{finding.line}" + (f":{finding.column}" if finding.column else "")
    elif finding.page is not None:
        place = f":p{finding.page}"
    else:
        place = f":{finding.block}" if finding.block else ""
    return finding.file + place


def line(finding: Finding) -> Text:
    text = Text.assemble(
        (safe(where(finding)), "bold"),
        ": ",
        (finding.code, _STYLES[finding.severity]),
        f" {finding.severity}: {safe(finding.message)}",
    )
    if finding.item:
        text.append(f" (item {safe(finding.item)})", "dim")
    if finding.fix:
        text.append(" [*]" if finding.fix == "safe" else " [unsafe *]", "cyan")
    return text


def findings(report: CheckReport) -> RenderableType:
    return Group(*(line(finding) for finding in report.findings))

"""Findings in a terminal: by file, each with the words that it is about underlined in their line, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.document import Severity
from minutes_cli.model.findings import CheckReport, Finding
from minutes_cli.views.excerpt import NUMBER, excerpt
from minutes_cli.views.words import QUIET, joined, place, place_in_words, plain

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "blue"}
_WIDEST = max(map(len, STYLES))
MENDS = {"safe": "--fix", "unsafe": "--unsafe-fixes"}

# What a file's lines are, by their number; nothing for files without lines.
Lines = Mapping[int | str, str]


def findings(report: CheckReport, sources: Mapping[str, Lines], width: int) -> RenderableType:
    """All findings and, as the last line, their counts.

    sources  file -> its lines
    width    cells that an excerpt may fill
    """
    return Group(*_files(report.findings, sources, width), Text(report.summary(), style=_overall(report)))


def _overall(report: CheckReport) -> str:
    if report.unread or any(one.severity == "error" for one in report.findings):
        return "bold red"
    return "bold" if report.findings else "bold green"


def _files(found: Sequence[Finding], sources: Mapping[str, Lines], width: int) -> Iterator[RenderableType]:
    for file, group in groupby(found, lambda finding: finding.file):
        yield plain(file, "bold")
        hinted: set[str] = set()
        for finding in group:
            yield _head(finding)
            lines = excerpt(finding, sources.get(file, {}), width, STYLES[finding.severity])
            # the same advice again and again would hide the findings
            told = [] if finding.hint in hinted or not finding.hint else [_advice(finding.hint)]
            hinted.add(finding.hint or "")
            yield Padding(Group(*lines, *told), (0, 0, 0, 2))
            yield Text()


def _head(finding: Finding) -> RenderableType:
    row = Table.grid(padding=(0, 1))
    row.add_column(width=_WIDEST + 1, no_wrap=True)
    row.add_column(no_wrap=True)
    row.add_column()
    message = plain(finding.message)
    spot = "" if finding.line or finding.quote else place_in_words(finding.page, None)
    beside = [plain(spot, QUIET), plain(place(finding.item), QUIET), Text(MENDS.get(finding.fix or "", ""), "green")]
    if any(beside):
        message.append("  ").append_text(joined(beside, "  "))
    row.add_row(Text(f" {finding.severity}", STYLES[finding.severity]), Text(finding.code, "bold"), message)
    return row


def _advice(hint: str) -> RenderableType:
    row = Table.grid(padding=(0, 1))
    row.add_column(width=NUMBER + len(" │"), justify="right", style=QUIET)
    row.add_column()
    row.add_row("↳", plain(hint, QUIET))
    return row

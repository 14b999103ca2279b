"""Findings of every kind, and a report of them in one of the forms."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_cli.model.findings import CheckReport, Finding, Unread
from minutes_cli.reports import write_report

HOSTILE = "evil \x1b[31m \u202e | `code` <b>&amp; %0A::error::\r\n,: ￾\x00"


def finding(**given: object) -> Finding:
    """A finding of M401 in `march.md`, at line 11, unless it is said otherwise."""
    usual: dict[str, object] = {
        "file": "march.md",
        "code": "M401",
        "name": "action-without-owner",
        "severity": "warning",
        "message": "nobody is named to do this action",
        "hint": "Begin it with initials.",
        "item": "1",
        "line": 11,
        "column": 9,
        "end_column": 44,
        "quote": "Obtain three quotes for the repair.",
        "fingerprint": "0a1b2c3d4e5f6071",
    }
    return Finding.model_validate({**usual, **given})


PLACELESS = {"line": None, "column": None, "end_column": None}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the checker runs in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def report(project: Path) -> CheckReport:
    """Lines, a page, a Word table, nothing at all; a clean file and one that could not be read."""
    findings = (
        finding(),
        finding(severity="info", code="M601", name="no-next-meeting", message="no next meeting", **PLACELESS),
        finding(file="a b/mär%z.pdf", severity="error", page=2, item="Any other business", **PLACELESS),
        finding(file=str(project / "deep" / "notes.docx"), block="table[1]/row[2]", item=None, **PLACELESS),
        finding(file="hostile.md", message=HOSTILE, quote=HOSTILE, item=HOSTILE, hint=HOSTILE),
        finding(file="/elsewhere/notes.md", column=None, end_column=None, hint=None),
    )
    files = (*dict.fromkeys(one.file for one in findings), "./clean.md", "-")
    unread = (Unread(file="scan|1.pdf", reason="encrypted\x1b"),)
    return CheckReport(findings=findings, files=files, unread=unread, known=2)


@pytest.fixture
def written() -> Callable[[CheckReport, str], str]:
    def write(report: CheckReport, form: str) -> str:
        stream = io.BytesIO()
        write_report(report, stream, form)
        return stream.getvalue().decode()

    return write

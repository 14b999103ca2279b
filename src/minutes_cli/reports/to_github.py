"""Workflow commands of GitHub Actions: each finding becomes an annotation on its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from minutes_cli.model.document import Severity
from minutes_cli.model.findings import CheckReport, Finding
from minutes_cli.reports.paths import project_path
from minutes_cli.reports.sentences import sentence, title
from minutes_cli.text.safe import safe

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: CheckReport, stream: BinaryIO) -> None:
    for finding in report.findings:
        advice = f"\n{safe(finding.hint)}" if finding.hint else ""
        _write(stream, _COMMANDS[finding.severity], _properties(finding), sentence(finding) + advice)
    for unread in report.unread:
        properties = {"file": project_path(unread.file), "title": "could not be read"}
        _write(stream, "error", properties, safe(unread.reason))


def _properties(finding: Finding) -> dict[str, object]:
    given = {
        "file": project_path(finding.file),
        "line": finding.line,
        "col": finding.column,
        "endColumn": finding.end_column,
        "title": title(finding),
    }
    return {key: value for key, value in given.items() if value is not None}


def _write(stream: BinaryIO, command: str, properties: Mapping[str, object], message: str) -> None:
    told = ",".join(f"{key}={_property(safe(str(value)))}" for key, value in properties.items())
    stream.write(f"::{command} {told}::{_data(message)}\n".encode())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""The Code Quality report of GitLab: a JSON list."""

from __future__ import annotations

import hashlib
import json
from typing import BinaryIO

from minutes_cli.model.document import Severity
from minutes_cli.model.findings import CheckReport
from minutes_cli.reports.paths import project_path
from minutes_cli.reports.sentences import sentence
from minutes_cli.text.safe import safe

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(report: CheckReport, stream: BinaryIO) -> None:
    """Files without lines are told on their first: the form demands one."""
    told = [
        _entry(
            project_path(one.file), one.code, sentence(one), _SEVERITIES[one.severity], one.line or 1, one.fingerprint
        )
        for one in report.findings
    ]
    told += [
        _entry(project_path(one.file), "unread", f"could not be read: {safe(one.reason)}", "blocker", 1, "unread")
        for one in report.unread
    ]
    stream.write(json.dumps(told, indent=2, ensure_ascii=False).encode() + b"\n")


def _entry(path: str, name: str, description: str, severity: str, line: int, mark: str) -> dict[str, object]:
    return {
        "description": description,
        "check_name": name,
        "fingerprint": hashlib.sha256(f"{path}\x1f{mark}".encode()).hexdigest(),
        "severity": severity,
        "location": {"path": safe(path), "lines": {"begin": line}},
    }

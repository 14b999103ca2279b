"""JSON Lines: each finding on a line of its own, as `model.findings.Finding`."""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.model.findings import CheckReport


def write(report: CheckReport, stream: BinaryIO) -> None:
    for finding in report.findings:
        stream.write(finding.model_dump_json().encode() + b"\n")

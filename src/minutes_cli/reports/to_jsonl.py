"""JSON Lines: each finding on a line of its own, as `model.findings.Finding`; then each file that could not be read.

The latter are `model.findings.Unread`: they have a reason and no code.
"""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.model.findings import CheckReport


def write(report: CheckReport, stream: BinaryIO) -> None:
    for one in (*report.findings, *report.unread):
        stream.write(one.model_dump_json().encode() + b"\n")

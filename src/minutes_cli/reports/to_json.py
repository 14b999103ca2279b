"""One JSON object: `model.findings.CheckReport`."""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.model.findings import CheckReport


def write(report: CheckReport, stream: BinaryIO) -> None:
    stream.write(report.model_dump_json(indent=2).encode() + b"\n")

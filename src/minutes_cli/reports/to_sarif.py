"""SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from minutes_cli import __version__
from minutes_cli.model.document import Severity
from minutes_cli.model.findings import CheckReport, Finding, Unread
from minutes_cli.reports.paths import uri
from minutes_cli.reports.sentences import sentence, where
from minutes_cli.rules import FAMILIES, all_rules, page
from minutes_cli.rules.base import Rule
from minutes_cli.rules.pages import Page
from minutes_cli.text.safe import safe

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What relative URIs count from: the folder of the project.
_ROOT = "%SRCROOT%"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def write(report: CheckReport, stream: BinaryIO) -> None:
    rules = all_rules()
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "minutes", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.unread,
                "toolExecutionNotifications": [_notification(unread) for unread in report.unread],
            }
        ],
        "artifacts": [{"location": _artifact(file), "roles": ["analysisTarget"]} for file in report.files],
        "results": [_result(finding, numbers[finding.code]) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    stream.write(json.dumps(log, indent=2, ensure_ascii=False).encode() + b"\n")


def _rule(rule: Rule) -> dict[str, Any]:
    told = page(rule.code)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": told.summary},
        "fullDescription": {"text": told.why},
        "help": {"text": f"{told.why} {told.fix}", "markdown": "\n\n".join(_help(told))},
        "defaultConfiguration": {"enabled": rule.default, "level": _LEVELS[rule.severity]},
        "properties": {"tags": [FAMILIES[rule.code[:2]]]},
    }


def _help(told: Page) -> Iterator[str]:
    for title, text in (
        ("Why", told.why),
        ("Flagged", told.flags),
        ("Passes", told.passes),
        ("How to fix it", told.fix),
    ):
        yield f"**{title}**"
        yield f"```markdown\n{text}\n```" if "\n" in text else text


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": sentence(finding)},
        "locations": [_location(finding)],
        "partialFingerprints": {"minutes/v1": finding.fingerprint},
    }


def _location(finding: Finding) -> dict[str, Any]:
    """Lines are a region; a page or a block, which SARIF has no region for, is a logical location."""
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(finding.file)}}
    if region := _region(finding):
        location["physicalLocation"]["region"] = region
    if spot := where(finding):
        location["logicalLocations"] = [{"name": spot, "fullyQualifiedName": f"{safe(finding.file)}: {spot}"}]
        location["message"] = {"text": spot}
    return location


def _region(finding: Finding) -> dict[str, Any]:
    if finding.line is None:
        return {}
    given = {"startLine": finding.line, "startColumn": finding.column, "endColumn": finding.end_column}
    region: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    if finding.quote:
        region["snippet"] = {"text": safe(finding.quote)}
    return region


def _artifact(file: str) -> dict[str, str]:
    place = uri(file)
    return {"uri": place} if place.startswith("file:") else {"uri": place, "uriBaseId": _ROOT}


def _notification(unread: Unread) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"could not be read: {safe(unread.reason)}"},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(unread.file)}}],
    }

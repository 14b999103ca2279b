"""One report of all files: what is found in each and between them, less what users let pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from minutes_cli.checking.checked import Checked, Told
from minutes_cli.checking.patterns import Patterns
from minutes_cli.checking.selection import fits
from minutes_cli.model.document import Severity
from minutes_cli.model.findings import SEVERITIES, CheckReport, Finding, Unread


class Ignored:
    """Which rules are not told in which files.

    ignores  pattern -> codes, families or names of rules
    folder   what the patterns count from
    """

    def __init__(self, ignores: Mapping[str, Sequence[str]], folder: Path) -> None:
        self._ignores = [(Patterns((pattern,), folder), codes) for pattern, codes in ignores.items()]

    def holds(self, finding: Finding) -> bool:
        return any(
            fits(codes, finding.code, finding.name) and patterns.match(finding.file)
            for patterns, codes in self._ignores
        )


def report_of(
    checked: Sequence[Checked],
    between: Sequence[Told],
    unread: Sequence[tuple[str, str]] = (),
    ignored: Ignored | None = None,
) -> CheckReport:
    """The report.

    between  what `Checker.across` found in each file
    unread   files that could not be read, with the reason
    """
    pairs = tuple(zip(checked, between, strict=True))
    findings = (found.finding for one, more in pairs for found in (*one.found, *more.found))
    told = tuple(finding for finding in findings if ignored is None or not ignored.holds(finding))
    failed = tuple(Unread(file=_text(file), reason=reason) for file, reason in unread)
    suppressed = sum(one.suppressed + more.suppressed for one, more in pairs)
    return CheckReport(findings=told, files=tuple(one.path for one in checked), unread=failed, suppressed=suppressed)


def _text(name: str) -> str:
    """A file's name, with bytes that are no text spelled out."""
    return name.encode("utf-8", "backslashreplace").decode()


def is_failing(report: CheckReport, fail_on: Severity) -> bool:
    """Whether some finding is at least so severe."""
    return any(SEVERITIES.index(one.severity) <= SEVERITIES.index(fail_on) for one in report.findings)

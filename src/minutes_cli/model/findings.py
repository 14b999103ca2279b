"""What `minutes check` finds, as it prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from minutes_cli.model.document import BoundingBox, Severity
from minutes_cli.model.minutes import Frozen

FixKind = Literal["safe", "unsafe"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Finding(Frozen):
    """One fault in one file, with its place."""

    file: str = Field(description="The file as it was named on the command line, or found in a folder.")
    code: str = Field(description="The rule's code, such as 'M204'.")
    name: str = Field(description="The rule's name, such as 'unknown-owner'.")
    severity: Severity
    message: str
    hint: str | None = Field(default=None, description="What to do about it.")
    item: str | None = Field(default=None, description="Number, or else title, of the agenda item it stands in.")
    page: int | None = Field(default=None, description="From 1; only in formats with pages.")
    line: int | None = Field(default=None, description="From 1; only in formats with lines.")
    column: int | None = Field(default=None, description="From 1, in characters; beside `line`.")
    end_column: int | None = Field(default=None, description="Behind the last character; beside `column`.")
    block: str | None = Field(default=None, description="Path such as table[1]/row[3]/cell[2]; in Word files.")
    bbox: BoundingBox | None = Field(default=None, description="Points from the page's top left corner.")
    quote: str | None = Field(default=None, description="The words it is about, verbatim; null where it is an absence.")
    path: str | None = Field(default=None, description="JSON Pointer to the value it is about, in `minutes parse`.")
    part: int | None = Field(default=None, description="Of several meetings in the file, which, from 1.")
    fix: FixKind | None = Field(default=None, description="Whether --fix or --unsafe-fixes mends it.")
    fingerprint: str = Field(
        description="Of rule, item and quote: the same after text was inserted elsewhere; unique in its file."
    )


class RuleCount(Frozen):
    """How often a rule found something in a run."""

    code: str
    name: str
    severity: Severity
    count: int
    fix: FixKind | None = Field(default=None, description="What mends some of them: --fix or --unsafe-fixes.")


class Unread(Frozen):
    """A file that could not be read: nothing is known of it."""

    file: str
    reason: str


class CheckReport(Frozen):
    """All findings of a run, file by file, those of a file in the order of their places."""

    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = Field(default=(), description="Every file that was checked.")
    unread: tuple[Unread, ...] = Field(default=(), description="Every file that could not be.")
    suppressed: int = Field(default=0, description="Findings that a comment in the file silences.")
    known: int = Field(default=0, description="Findings that the baseline holds.")

    def counts(self) -> tuple[RuleCount, ...]:
        """By rule, the most frequent first."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.code, []).append(finding)
        counts = (_count(group) for group in found.values())
        return tuple(sorted(counts, key=lambda one: (-one.count, one.code)))

    def summary(self) -> str:
        """'2 errors, 1 warning in 2 of 5 files; 1 can be fixed with --fix', or that there is none."""
        return "; ".join(part for part in self._told() if part)

    def _told(self) -> Iterator[str]:
        checked = _counted(len(self.files), "file")
        if self.findings:
            severities = Counter(finding.severity for finding in self.findings)
            counts = (_counted(severities[one], _NAMES[one]) for one in SEVERITIES if severities[one])
            files = len({finding.file for finding in self.findings})
            where = checked if files == len(self.files) else f"{files} of {checked}"
            yield f"{', '.join(counts)} in {where}"
        else:
            yield f"No problems found in {checked}" if self.files else "Nothing was checked"
        fixes = [(option, sum(one.fix == kind for one in self.findings)) for kind, option in _OPTIONS]
        told = ", ".join(f"{count} with {option}" for option, count in fixes if count)
        yield told.replace(" with", " can be fixed with", 1)
        yield f"{self.known} known to the baseline" if self.known else ""
        yield f"{self.suppressed} silenced by comments" if self.suppressed else ""
        yield f"{_counted(len(self.unread), 'file')} could not be read" if self.unread else ""


def _count(group: list[Finding]) -> RuleCount:
    first, fixes = group[0], {finding.fix for finding in group}
    fix: FixKind | None = "safe" if "safe" in fixes else "unsafe" if "unsafe" in fixes else None
    return RuleCount(code=first.code, name=first.name, severity=first.severity, count=len(group), fix=fix)


_OPTIONS: tuple[tuple[FixKind, str], ...] = (("safe", "--fix"), ("unsafe", "--unsafe-fixes"))
_NAMES = {"error": "error", "warning": "warning", "info": "note"}


def _counted(count: int, one: str) -> str:
    return f"{count} {one}{'' if count == 1 else 's'}"

"""What `minutes check` finds, as it prints it."""

from __future__ import annotations

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


class CheckReport(Frozen):
    """All findings of a run, file by file, those of a file in the order of their places."""

    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = Field(default=(), description="Every file that was checked.")
    suppressed: int = Field(default=0, description="Findings that a comment in the file silences.")
    known: int = Field(default=0, description="Findings that the baseline holds.")

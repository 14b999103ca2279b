"""A rule of `minutes check` as users read of it."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.document import Severity
from minutes_cli.model.findings import FixKind
from minutes_cli.model.minutes import Frozen


class RulePage(Frozen):
    """One rule: what it finds, why that matters, and what to do about it."""

    code: str
    name: str
    family: str = Field(description="What the rules of its family are about.")
    severity: Severity = Field(description="Unless the configuration sets another.")
    default: bool = Field(description="Whether it runs without being selected.")
    kinds: tuple[str, ...] = Field(description="The files it judges: minutes, agendas, templates.")
    fixable: FixKind | None = Field(description="Whether --fix or --unsafe-fixes mends some of what it finds.")
    summary: str = Field(description="What the fault is.")
    why: str = Field(description="Why it matters.")
    flags: str = Field(description="Minutes in which it finds something, in Markdown, or a sentence about them.")
    passes: str = Field(description="The same without the fault.")
    fix: str = Field(description="What to do about it.")

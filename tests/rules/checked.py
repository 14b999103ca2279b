"""Small minutes checked with one rule, as the tables in cases/ give them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import yaml

from minutes_cli.checking.engine import Checker
from minutes_cli.model.findings import Finding
from minutes_cli.model.template import Template
from minutes_cli.rules.base import Rule

CASES = Path(__file__).parent / "cases"


def cases_of(code: str) -> list[dict[str, Any]]:
    path = CASES / f"{code}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []


def findings_of(rule: Rule, case: dict[str, Any]) -> list[Finding]:
    """What the rule finds in `given` (`as` names the file), or in `series`, several minutes of one body."""
    template = Template.model_validate(tomllib.loads(case["template"])) if "template" in case else None
    checker = Checker((rule,), template, publication=case.get("publication", False))
    texts = case.get("series") or [case["given"]]
    suffix = Path(case.get("as", "notes.md")).suffix
    checked = [
        checker.check(text.encode(), f"notes{number or ''}{suffix}", profile=case.get("profile"))
        for number, text in enumerate(texts)
    ]
    return [
        found.finding
        for one, more in zip(checked, checker.across(checked), strict=True)
        for found in (*one.found, *more.found)
    ]

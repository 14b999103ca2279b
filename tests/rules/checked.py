"""Small minutes checked with one rule, as the tables in cases/ give them.

`as` names a file of another format than Markdown. Of a Word file `given` has a paragraph a line, or XML where a line
begins with "<", and `comments` has the inside of its comments; of a PDF it has lines, "(page)" to begin the next page
and "(picture)" to fill one.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from minutes_cli.checking.engine import Checker
from minutes_cli.model.findings import Finding
from minutes_cli.model.template import Template
from minutes_cli.rules.base import Rule
from tests.readers.office_files import docx, p
from tests.readers.pdf_pages import HEIGHT, WIDTH, Sheet

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
        checker.check(_file(text, suffix, case), f"notes{number or ''}{suffix}", profile=case.get("profile"))
        for number, text in enumerate(texts)
    ]
    return [
        found.finding
        for one, more in zip(checked, checker.across(checked), strict=True)
        for found in (*one.found, *more.found)
    ]


def _file(text: str, suffix: str, case: dict[str, Any]) -> bytes:
    lines = text.splitlines()
    if suffix == ".docx":
        parts = {"comments": case["comments"]} if "comments" in case else {}
        return docx("".join(line if line.startswith("<") else p(line) for line in lines), **parts)
    if suffix == ".pdf":
        return _pdf(lines)
    return text.encode("utf-8", "surrogateescape")


def _pdf(lines: list[str]) -> bytes:
    sheet = Sheet()
    for line in lines:
        if line == "(page)":
            sheet.page()
        elif line == "(picture)":
            sheet.canvas.drawInlineImage(Image.new("L", (8, 8)), 0, 0, WIDTH, HEIGHT)
        else:
            sheet.lines(line)
    return sheet.data()

"""The fixes of every rule, tried on its cases in each format that can be mended."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from html import escape
from typing import Any

import pytest

from minutes_cli.checking.engine import Checker
from minutes_cli.checking.fixing import fix
from minutes_cli.model.template import Template
from minutes_cli.rules import all_rules
from minutes_cli.rules.base import Rule
from tests.readers.office_files import docx, p
from tests.rules.checked import cases_of

RULES = [pytest.param(rule, id=rule.code) for rule in all_rules() if rule.fixes]
_HEADING = re.compile(r"(#{1,6}) +(.*)")
_MARKUP = re.compile(r"^[-*] |\*\*")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Level as a heading, 0 for other text, and text without marks of Markdown."""
    for line in filter(str.strip, text.splitlines()):
        heading = _HEADING.fullmatch(line)
        words = heading[2] if heading else _MARKUP.sub("", line)
        yield len(heading[1]) if heading else 0, escape(words, quote=False)


def _paged(text: str) -> bytes:
    lines = (f"<h{level}>{words}</h{level}>" if level else f"<p>{words}</p>" for level, words in _lines(text))
    return "\n".join(("<html><body>", *lines, "</body></html>")).encode()


def _in_word(text: str) -> bytes:
    def heading(level: int, words: str) -> str:
        return f'<w:p><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'

    return docx("".join(heading(level, words) if level else p(words) for level, words in _lines(text)))


# Spaces are layout in plain text, and a Word paragraph ends where it ends. In pages tags part what belongs together.
LEFT = {("M811", "notes.txt"), ("M813", "notes.txt"), ("M812", "notes.docx")}
FORMS = {
    "notes.md": str.encode,
    "notes.txt": str.encode,
    "notes.html": _paged,
    "notes.docx": _in_word,
}


def _mended(rule: Rule, case: dict[str, Any], name: str) -> int:
    """How many faults were mended; none that can be mended is left, and no second time finds more."""
    template = Template.model_validate(tomllib.loads(case["template"])) if "template" in case else None
    checker = Checker((rule,), template, publication=case.get("publication", False))
    profile = case.get("profile")
    once = fix(checker, FORMS[name](case["given"]), name, profile=profile, unsafe=True)
    assert [found.finding.message for found in once.after.found if found.finding.fix] == []
    again = fix(checker, once.new, name, profile=profile, unsafe=True)
    assert again.new == once.new
    return once.mended


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_promises_is_mended_in_each_format(rule: Rule, name: str) -> None:
    cases = [case for case in cases_of(rule.code) if "given" in case]
    mended = [_mended(rule, case, name) for case in cases]
    assert any(mended) or (rule.code, name) in LEFT or name == "notes.html"

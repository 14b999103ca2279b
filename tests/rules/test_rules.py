"""Every rule: its page, its examples and its cases."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_cli.rules import FAMILIES, all_rules, page
from minutes_cli.rules.base import Rule
from tests.rules.checked import cases_of, findings_of

RULES = [pytest.param(rule, id=rule.code) for rule in all_rules()]
CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{case['why'][:50]}")
    for rule in all_rules()
    for case in cases_of(rule.code)
]
LEAST_CASES = 3


def test_codes_and_names_are_unique_and_of_a_family() -> None:
    codes, names = [rule.code for rule in all_rules()], [rule.name for rule in all_rules()]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    assert {code[:2] for code in codes} <= set(FAMILIES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_whole_page_and_enough_cases(rule: Rule) -> None:
    told = page(rule.code)
    assert all((told.summary, told.why, told.flags, told.passes, told.fix)), told
    assert len(cases_of(rule.code)) >= LEAST_CASES
    assert any(case["expect"] for case in cases_of(rule.code))
    assert not all(case["expect"] for case in cases_of(rule.code))


@pytest.mark.parametrize("rule", RULES)
def test_the_examples_of_a_page_are_true(rule: Rule) -> None:
    told = page(rule.code)
    # what Markdown cannot show is told in a sentence, and a template comes from the cases
    if "\n" in told.flags and rule.check is not None and rule.kinds != ("template",):
        template = next((case["template"] for case in cases_of(rule.code) if "template" in case), None)
        given: dict[str, Any] = {"template": template} if template else {}
        given["publication"] = True
        assert findings_of(rule, {**given, "given": told.flags}), "the example is not flagged"
        assert not findings_of(rule, {**given, "given": told.passes}), "the example does not pass"


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_case(rule: Rule, case: dict[str, Any]) -> None:
    found = findings_of(rule, case)
    told = [finding.model_dump(mode="json") for finding in found]
    assert len(found) == len(case["expect"]), [(one["line"], one["quote"], one["message"]) for one in told]
    for one, asked in zip(told, case["expect"], strict=True):
        assert asked.pop("message", "") in one["message"]
        assert {key: one[key] for key in asked} == asked

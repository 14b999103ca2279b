"""`minutes rules`: all rules in a table, a family, one in full, and the same as data."""

from __future__ import annotations

import json

import pytest

from minutes_cli.cli import main
from minutes_cli.rules import FAMILIES, all_rules, page


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(["rules", *argv]) == 0
    return capsys.readouterr().out


def test_every_rule_is_listed_under_its_family(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys).splitlines()
    listed = [
        line.split()[0] for line in lines if line.startswith("  ") and line.split() and line.split()[0][1:].isdigit()
    ]
    assert listed == [rule.code for rule in all_rules()]
    families = {rule.code[:2] for rule in all_rules()}
    assert all(f"{prefix}  {FAMILIES[prefix]}" in lines for prefix in families)


def test_a_family_is_listed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, "m1", "--format", "json"))
    assert [one["code"] for one in told] == [rule.code for rule in all_rules() if rule.code.startswith("M1")]


@pytest.mark.parametrize("name", ["M401", "m401", "action-without-owner"])
def test_one_rule_is_explained(capsys: pytest.CaptureFixture[str], name: str) -> None:
    text = printed(capsys, name)
    assert text.startswith("M401  action-without-owner  Actions\nwarning, runs by default")
    for heading in ("Why", "Flagged", "Passes", "How to fix it"):
        assert f"\n{heading}\n" in text
    assert "Action: Obtain three quotes for the repair." in text
    told = json.loads(printed(capsys, name, "--format", "json"))
    assert (told["code"], told["why"], told["flags"]) == ("M401", page("M401").why, page("M401").flags)


def test_a_rule_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "M9999"]) == 2
    assert capsys.readouterr().err == "minutes: M9999: no such rule or family of rules: `minutes rules` lists them\n"

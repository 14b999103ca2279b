"""The template in the documentation works."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.model.template import Template
from minutes_cli.templates import SHIPPED

PAGE = (Path(__file__).parents[2] / "docs/templates.md").read_text(encoding="utf-8")


def _example() -> str:
    found = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


def test_the_example_is_a_template_that_names_every_part() -> None:
    example = _example()
    Template.model_validate(tomllib.loads(example))
    tables = [name for name in Template.model_fields if f"[{name}" in example or f"\n{name} =" in example]
    assert {"meeting", "attendance", "items", "actions", "decisions", "pillars", "next_meeting", "vocabulary"} <= set(
        tables
    )


@pytest.mark.parametrize("suffix", [".docx", ".md"])
def test_a_blank_document_of_the_example_is_sound(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "ours.toml").write_text(_example())
    ours, blank = str(tmp_path / "ours.toml"), str(tmp_path / f"blank{suffix}")
    assert main(["template", "new", ours, "--to", blank]) == 0
    assert main(["template", "check", "--template", ours, blank]) == 0


def test_every_template_that_ships_is_listed() -> None:
    assert [name for name in SHIPPED if f"| `{name}` |" not in PAGE] == []

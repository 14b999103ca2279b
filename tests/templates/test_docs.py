"""The template in the documentation works."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from minutes_cli.model.template import Template
from minutes_cli.templates import SHIPPED

PAGE = (Path(__file__).parents[2] / "docs/templates.md").read_text(encoding="utf-8")


def test_the_example_is_a_template_that_names_every_part() -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    Template.model_validate(tomllib.loads(example[1]))
    tables = [name for name in Template.model_fields if f"[{name}" in example[1] or f"\n{name} =" in example[1]]
    assert {"meeting", "attendance", "items", "actions", "decisions", "pillars", "next_meeting", "vocabulary"} <= set(
        tables
    )


def test_every_template_that_ships_is_listed() -> None:
    assert [name for name in SHIPPED if f"| `{name}` |" not in PAGE] == []

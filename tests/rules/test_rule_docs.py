"""The pages under docs/rules say what the rules' files say."""

from __future__ import annotations

from fixtures.docs import FOLDER, SCHEMA, pages, schema


def test_the_pages_are_those_of_the_rules() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    wanted = pages()
    assert sorted(written) == sorted(wanted), "make docs"
    assert [name for name in wanted if written[name] != wanted[name]] == [], "make docs"


def test_the_schema_of_the_configuration_is_that_of_the_settings() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema(), "make docs"

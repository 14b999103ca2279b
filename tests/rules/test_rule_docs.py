"""The pages under docs/rules say what the rules' files say."""

from __future__ import annotations

from fixtures.docs import FOLDER, README, SCHEMA, pages, schema, with_output


def test_the_pages_are_those_of_the_rules() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    wanted = pages()
    assert sorted(written) == sorted(wanted), "make docs"
    assert [name for name in wanted if written[name] != wanted[name]] == [], "make docs"


def test_the_schema_of_the_configuration_is_that_of_the_settings() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema(), "make docs"


def test_the_readme_shows_what_is_printed() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_output(text) == text, "make docs"

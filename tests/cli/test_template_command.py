"""`minutes template`: listing, writing and checking, and what it refuses."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import docx
import jsonschema
import pytest

from minutes_cli.cli import main
from minutes_cli.templates import SHIPPED, template_text


def test_list_names_every_template(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_show_prints_toml_that_fits_the_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "show", name]) == 0
    shown = capsys.readouterr().out
    assert shown == template_text(name)
    assert main(["template", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(shown), schema)


def test_new_writes_a_document_of_the_body_that_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "minutes.docx"
    assert main(["template", "new", "parish-council", "--to", str(path), "--body", "Harbour Parish Council"]) == 0
    document = docx.Document(str(path))
    assert document.paragraphs[0].text == "Minutes of the meeting of Harbour Parish Council"
    assert document.core_properties.title == document.paragraphs[0].text
    assert document.core_properties.language == "en-GB"
    assert main(["template", "check", "--template", "parish-council", str(path)]) == 0
    assert main(["check", "--template", "parish-council", str(path)]) == 0


def test_new_leaves_a_file_that_is_there_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine\n")
    assert main(["template", "new", "pcc", "--to", str(path)]) == 2
    assert path.read_text() == "mine\n"
    assert "is there already" in capsys.readouterr().err
    assert main(["template", "new", "pcc", "--to", str(path), "--force"]) == 0
    assert path.read_text().startswith("# [Name of the body]")


def test_new_writes_word_and_markdown_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "new", "pcc", "--to", str(tmp_path / "notes.pdf")]) == 2
    assert "name a .docx or .md file" in capsys.readouterr().err


def test_a_template_of_ones_own_makes_blank_documents_too(tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text('[meeting]\nrequired = ["date", "venue"]\n[[items.sections]]\ntitle = "Jetty"\nitems = 1\n')
    blank = tmp_path / "blank.md"
    assert main(["template", "new", str(ours), "--to", str(blank)]) == 0
    assert "## 1. Jetty" in blank.read_text()
    assert main(["template", "check", "--template", str(ours), str(blank)]) == 0


def test_check_tells_what_is_lacking_in_the_form_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blank = tmp_path / "blank.md"
    main(["template", "new", "board", "--to", str(blank)])
    blank.write_text(blank.read_text().replace("Venue:", "Spot:"))
    capsys.readouterr()
    assert main(["template", "check", "--template", "board", "--format", "json", str(blank)]) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["code"], found["line"]) == ("T002", 6)


def test_a_format_that_cannot_be_filled_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "form.txt"
    form.write_text("Minutes\n\nDate: [date]\nChair: [name]\nVenue: [venue]\n")
    assert main(["template", "check", str(form)]) == 3
    assert "give a .docx or .md file" in capsys.readouterr().err


def test_minutes_without_the_headings_of_a_template_are_told(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("# Minutes of the Harbour Trust, 3 March 2025\n\nPresent: Ada Roe\n\n## Jetty\n\nIt was mended.\n")
    assert main(["check", "--template", "board", str(notes)]) == 1


def test_minutes_are_no_blank_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("# Minutes of the Harbour Trust, 3 March 2025\n\nPresent: Ada Roe\n\n## Jetty\n\nIt was mended.\n")
    assert main(["template", "check", str(notes)]) == 2
    assert "it records the meeting of 2025-03-03" in capsys.readouterr().err

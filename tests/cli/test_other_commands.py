import csv
import io
import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from minutes_cli.cli import main
from minutes_cli.profiles import SHIPPED

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def notes(tmp_path: Path, parsed: None) -> str:
    path = tmp_path / "notes.pdf"
    path.write_bytes(b"minutes")
    return str(path)


def test_show_prints_the_summary(notes: str, capsys: Capture) -> None:
    assert main(["show", notes, notes]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.count("Assurance and Accountability Meeting") == 2
    assert "Wednesday 2 November 2022" in out


def test_show_goes_on_after_a_file_that_fails(notes: str, capsys: Capture) -> None:
    assert main(["show", "nowhere.pdf", notes]) == 1
    out, err = capsys.readouterr()
    assert "Assurance" in out
    assert err == "minutes: nowhere.pdf: no such file: check the path\n"


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ([], ["a1", "a2", "a3"]),
        (["--open"], ["a1", "a2"]),
        (["--closed"], ["a3"]),
        (["--owner", "NN"], ["a1"]),
        (["--owner", "natasha"], ["a1"]),
        (["--owner", "PCC"], []),
        (["--owner", "CC", "--owner", "NN"], ["a1", "a2"]),
    ],
)
def test_actions_can_be_chosen(options: list[str], ids: list[str], notes: str, capsys: Capture) -> None:
    assert main(["actions", notes, "--format", "json", *options]) == 0
    assert [action["id"] for action in json.loads(capsys.readouterr().out)] == ids


def test_actions_as_csv_markdown_and_table(notes: str, capsys: Capture) -> None:
    assert main(["actions", notes, "--format", "csv"]) == 0
    assert [row["id"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))] == ["a1", "a2", "a3"]
    assert main(["actions", notes, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.count("\n") == 5
    assert main(["actions", notes]) == 0
    assert "○ open" in capsys.readouterr().out


def test_no_action_of_that_owner_is_said(notes: str, capsys: Capture) -> None:
    assert main(["actions", notes, "--owner", "Nobody"]) == 0
    assert capsys.readouterr().out == "No such actions.\n"


def test_what_is_printed_satisfies_the_schema(notes: str, capsys: Capture) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert main(["parse", notes]) == 0
    jsonschema.Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))


def test_profiles_are_listed_and_printed(capsys: Capture) -> None:
    assert main(["profile", "list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(SHIPPED)
    for name in SHIPPED:
        assert main(["profile", "show", name]) == 0
        assert tomllib.loads(capsys.readouterr().out)


def test_open_and_closed_exclude_each_other(capsys: Capture, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Minutes\n\n1. Roads\nAction: AF to mend the road.\n")
    assert main(["actions", str(notes), "--open", "--closed"]) == 2
    assert capsys.readouterr().err.count("\n") == 1

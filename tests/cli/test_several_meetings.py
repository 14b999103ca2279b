"""A file that holds several meetings: each is printed, shown and followed by itself."""

import json
from pathlib import Path

import pytest

from minutes_cli.cli import main
from tests.corpus import FIXTURES

TERM = str(FIXTURES / "wexcombe-chess-2023-autumn.docx")
PACK = str(FIXTURES / "wexcombe-chess-2024-01-pack.txt")
DATES = ["2023-09-14", "2023-10-12", "2023-11-09"]
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _at_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def dates(text: str) -> list[str]:
    return [json.loads(line)["meeting"]["date"] for line in text.splitlines()]


def test_parse_prints_one_object_a_line(capsys: Capture) -> None:
    assert main(["parse", TERM]) == 0
    assert dates(capsys.readouterr().out) == DATES


def test_a_named_file_takes_all_and_a_folder_a_file_each(tmp_path: Path) -> None:
    one, folder = tmp_path / "term.json", tmp_path / "data"
    assert main(["parse", TERM, "-o", str(one)]) == 0
    assert dates(one.read_text(encoding="utf-8")) == DATES
    assert main(["parse", TERM, PACK, "-o", str(folder)]) == 0
    assert sorted(path.name for path in folder.glob("*.json")) == [
        *(f"wexcombe-chess-2023-autumn.docx.{part}.json" for part in (1, 2, 3)),
        *(f"wexcombe-chess-2024-01-pack.txt.{part}.json" for part in (1, 2)),
    ]


def test_show_shows_each_and_says_what_is_an_agenda(capsys: Capture) -> None:
    assert main(["show", PACK]) == 0
    first, second = capsys.readouterr().out.split("\n\n╭")
    assert "agenda: it announces a meeting and records none" in first
    assert "agenda" not in second
    assert "meeting 1 of 2" in first
    assert "meeting 2 of 2" in second


def test_actions_are_followed_over_the_meetings_of_a_file(capsys: Capture) -> None:
    assert main(["actions", TERM, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [action["raised"]["date"] for action in found] == [DATES[0], *DATES]


def test_verify_and_coverage_take_each_meeting(tmp_path: Path, capsys: Capture) -> None:
    data = tmp_path / "term.json"
    assert main(["parse", TERM, "-o", str(data)]) == 0
    assert main(["verify", str(data), TERM, "--format", "json"]) == 0
    assert [json.loads(line)["holds"] for line in capsys.readouterr().out.splitlines()] == [True, True, True]
    assert main(["coverage", TERM, "--format", "json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_why_answers_for_each_meeting_that_has_the_value(capsys: Capture) -> None:
    assert main(["why", TERM, "/meeting/date", "--format", "json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(["why", TERM, "/actions/1/text", "--format", "json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["why", TERM, "/actions/7/text"]) == 2


def test_explain_gives_each_meeting_a_page(tmp_path: Path, capsys: Capture) -> None:
    assert main(["explain", PACK, "--html", "-o", str(tmp_path / "pack.html")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pack.1.html", "pack.2.html"]
    assert main(["explain", PACK, "--html"]) == 2
    assert "holds several meetings" in capsys.readouterr().err

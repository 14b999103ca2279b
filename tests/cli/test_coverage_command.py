import io
import json
from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.text.safe import CONTROL
from tests.tracing.documents import NOTES

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def notes(tmp_path: Path) -> str:
    path = tmp_path / "notes.txt"
    path.write_text(NOTES, encoding="utf-8")
    return str(path)


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_it_ends_with_what_was_missed(notes: str, capsys: Capture) -> None:
    assert main(["coverage", notes]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[0].startswith("notes.txt")
    assert lines[-5:] == [
        "In no field  2",
        "  13.6% of the words outside page headers and footers",
        "",
        "  line 1  3 words  Reedham Parish Council",
        "  line 2  9 words  Clerk: reedham@example.org or by post to the Old Forge",
    ]
    assert all(len(line) <= 80 for line in lines)


def test_as_json_it_is_one_object_a_file(notes: str, capsys: Capture) -> None:
    assert main(["coverage", notes, "--format", "json"]) == 0
    one = json.loads(capsys.readouterr().out)
    assert one["words"]["unknown"] == 12
    assert [part["line"] for part in one["parts"] if part["fate"] == "unknown"] == [1, 2]
    assert main(["coverage", notes, notes, "--format", "json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [one, one]


def test_a_file_that_fails_keeps_no_other(notes: str, capsys: Capture) -> None:
    assert main(["coverage", "nowhere.pdf", notes]) == 1
    out, err = capsys.readouterr()
    assert "In no field  2" in out
    assert err == "minutes: nowhere.pdf: no such file: check the path\n"


def test_standard_input_is_read(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NOTES.encode())))
    assert main(["coverage", "-"]) == 0
    assert capsys.readouterr().out.startswith("standard input")


def test_what_a_document_says_cannot_upset_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("A \x1b[31mred\x1b[0m heading \u202egnihtemos\n\n" + NOTES, encoding="utf-8")
    assert main(["coverage", str(path)]) == 0
    out = capsys.readouterr().out
    assert CONTROL.search(out.replace("\n", "")) is None
    assert main(["coverage", str(path), "--format", "json"]) == 0
    assert CONTROL.search(capsys.readouterr().out.replace("\n", "")) is None


def test_a_document_of_furniture_or_one_word_is_no_failure(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "short.txt"
    path.write_text("x\n")
    assert main(["coverage", str(path)]) == 0
    assert "100.0%" in capsys.readouterr().out

import re
from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.text.safe import CONTROL
from tests.corpus import FIXTURES
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


def test_lines_stand_on_the_left_and_their_values_in_the_margin(notes: str, capsys: Capture) -> None:
    assert main(["explain", notes]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert all(len(line) <= 80 for line in out.splitlines())
    assert re.search(r"^items ─+$", out, re.MULTILINE)
    assert re.search(r"^heading +1\. Roads +item 1: number, title", out, re.MULTILINE)
    assert re.search(r"^action +Action: BT to ask the county for a +action 1: ", out, re.MULTILINE)
    assert re.search(r"^attendee +Present: Cllr Ann Rowe \(Chair\),.* +attendee 1: name", out, re.MULTILINE)
    folded = " ".join(out.split())
    assert "due 2024-03-28" in folded


def test_pages_are_set_apart(capsys: Capture) -> None:
    assert main(["explain", str(FIXTURES / "quillback-township-2024-09.pdf")]) == 0
    out = capsys.readouterr().out
    heads = re.findall(r"^(page \d · .*?) ─+$", out, re.MULTILINE)
    assert heads == [
        "page 1 · header",
        "page 1 · attendance",
        "page 1 · items",
        "page 2 · items",
        "page 2 · next meeting",
        "page 2 · items",
    ]


def test_the_page_is_written_to_a_file_or_printed(notes: str, tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "notes.html"
    assert main(["explain", notes, "--html", "-o", str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["explain", notes, "--html"]) == 0
    out = capsys.readouterr().out
    assert out == target.read_text(encoding="utf-8")
    assert out.startswith("<!doctype html>")


def test_the_page_never_replaces_its_source(notes: str, capsys: Capture) -> None:
    assert main(["explain", notes, "--html", "-o", notes]) == 2
    assert "is one of the files to read" in capsys.readouterr().err
    assert Path(notes).read_text(encoding="utf-8") == NOTES


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["nowhere.pdf"], 2, "no such file"),
        (["nowhere.pdf", "--html"], 2, "no such file"),
        (["NOTES", "-o", "page.html"], 2, "goes with --html"),
        (["NOTES", "--html", "-o", "nowhere/page.html"], 4, "cannot be written"),
        (["NOTES", "--profile", "nosuch"], 2, "no such profile"),
        ([], 2, "Missing argument"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], code: int, reason: str, notes: str, capsys: Capture) -> None:
    assert main(["explain", *(notes if a == "NOTES" else a for a in arguments)]) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert reason in err


def test_what_a_document_says_cannot_upset_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(NOTES.replace("Roads", "Ro\x1b[31mads \u202e [bold]x[/bold]"), encoding="utf-8")
    assert main(["explain", str(path)]) == 0
    out = capsys.readouterr().out
    assert CONTROL.search(out.replace("\n", "")) is None
    assert "[bold]x" in out

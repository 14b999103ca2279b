"""`minutes check --fix`, `--unsafe-fixes` and `--diff`: what is written, what is said, and what stays."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from minutes_cli.cli import main
from tests.readers.office_files import docx, p, run

FIXTURES = Path(__file__).parents[2] / "fixtures"
WRONG = "# Minutes of the Harbour Trust\r\n\r\nHeld on Tuesday 5 March 2025\r\n\r\nPresent: Ada Roe (AR)\r\n"
RIGHT = WRONG.replace("Tuesday", "Wednesday")
CHECK = ("check", "--isolated", "--select", "M103")

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_bytes(WRONG.encode())
    return path


def test_fix_alone_makes_no_unsafe_change(notes: Path, capsys: Captured) -> None:
    assert main([*CHECK, "--fix", str(notes)]) == 1
    assert notes.read_bytes() == WRONG.encode()
    printed = capsys.readouterr()
    assert "M103" in printed.out
    assert printed.err.startswith("minutes: fixed 0\n")


def test_unsafe_fixes_are_made_when_asked_for_and_what_remains_is_printed(notes: Path, capsys: Captured) -> None:
    assert main([*CHECK, "--fix", "--unsafe-fixes", str(notes)]) == 0
    assert notes.read_bytes() == RIGHT.encode()
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("minutes: fixed 1 in 1 file\n")


def test_a_read_only_file_stays_as_it_is(notes: Path, capsys: Captured) -> None:
    notes.chmod(0o444)
    assert main([*CHECK, "--fix", "--unsafe-fixes", str(notes)]) == 4
    assert notes.read_bytes() == WRONG.encode()
    told = capsys.readouterr().err
    assert f"minutes: {notes}: is read-only: not fixed" in told
    assert "could not be read" not in told


def test_diff_shows_it_and_changes_nothing(notes: Path, capsys: Captured) -> None:
    assert main([*CHECK, "--diff", "--unsafe-fixes", str(notes)]) == 1
    assert notes.read_bytes() == WRONG.encode()
    printed = capsys.readouterr()
    assert printed.out.splitlines()[:2] == [f"--- {notes}", f"+++ {notes}"]
    assert "-Held on Tuesday 5 March 2025\n+Held on Wednesday 5 March 2025\n" in printed.out
    assert printed.err == "minutes: would fix 1 in 1 file\n"
    assert main([*CHECK, "--diff", str(notes)]) == 0


def test_diff_of_a_word_file_is_one_of_its_paragraphs(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "notes.docx"
    data = docx(p("Minutes of the Trust") + p(run("Held on "), run("Tuesday", "<w:b/>"), run(" 5 March 2025")))
    path.write_bytes(data)
    assert main([*CHECK, "--diff", "--unsafe-fixes", str(path)]) == 1
    assert "-Held on Tuesday 5 March 2025\n+Held on Wednesday 5 March 2025\n" in capsys.readouterr().out
    assert path.read_bytes() == data
    assert main([*CHECK, "--fix", "--unsafe-fixes", str(path)]) == 0
    assert main([*CHECK, str(path)]) == 0


@pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
def test_the_mode_stays_and_a_link_leads_to_the_mended_file(notes: Path) -> None:
    link = notes.with_name("link.md")
    link.symlink_to(notes)
    notes.chmod(0o666)
    assert main([*CHECK, "--fix", "--unsafe-fixes", str(link)]) == 0
    assert link.is_symlink()
    assert notes.read_bytes() == RIGHT.encode()
    assert notes.stat().st_mode & 0o777 == 0o666
    assert not list(notes.parent.glob(".minutes-*"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whose rights are checked")
def test_a_folder_that_cannot_be_written_leaves_the_file_as_it_was(notes: Path, capsys: Captured) -> None:
    notes.parent.chmod(0o500)
    try:
        assert main([*CHECK, "--fix", "--unsafe-fixes", str(notes)]) == 4
    finally:
        notes.parent.chmod(0o700)
    assert notes.read_bytes() == WRONG.encode()
    assert "cannot be written" in capsys.readouterr().err


def test_a_file_that_fails_does_not_keep_the_others(notes: Path) -> None:
    broken = notes.with_name("broken.pdf")
    broken.write_bytes(b"%PDF-1.7 broken")
    assert main([*CHECK, "--fix", "--unsafe-fixes", str(broken), str(notes)]) == 1
    assert notes.read_bytes() == RIGHT.encode()


def test_standard_input_cannot_be_changed_but_shown(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def given(*options: str) -> int:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
        return main([*CHECK, *options, "-"])

    assert given("--fix") == 2
    assert "--fix cannot change standard input" in capsys.readouterr().err
    assert given("--diff", "--unsafe-fixes") == 1
    assert "+Held on Wednesday 5 March 2025" in capsys.readouterr().out


def test_unsafe_fixes_alone_is_a_mistake(notes: Path, capsys: Captured) -> None:
    assert main([*CHECK, "--unsafe-fixes", str(notes)]) == 2
    assert "--unsafe-fixes goes with --fix or --diff" in capsys.readouterr().err


def test_that_a_pdf_cannot_be_fixed_is_said_once(capsys: Captured) -> None:
    files = [str(FIXTURES / f"harrowvale-pcc-2024-0{month}.pdf") for month in (3, 4, 5)]
    assert main(["check", "--isolated", "--select", "ALL", "--fix", *files]) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if "cannot be fixed" in line]
    assert told == [
        f"minutes: {files[0]} and 2 more: cannot be fixed: only text, Markdown, HTML and unsigned Word files can"
    ]


def test_what_a_pattern_ignores_is_not_mended(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(notes.parent)
    Path("minutes.toml").write_text('[check.per-file-ignores]\n"*.md" = ["M103"]\n', encoding="utf-8")
    assert main(["check", "--select", "M103", "--fix", "--unsafe-fixes", "notes.md"]) == 0
    assert notes.read_bytes() == WRONG.encode()


def test_a_name_in_a_comment_that_no_rule_has_is_told(notes: Path, capsys: Captured) -> None:
    notes.write_bytes(RIGHT.replace("2025", "2025 <!-- minutes: ignore M1O3 -->").encode())
    assert main([*CHECK, str(notes)]) == 0
    assert f"minutes: {notes}: line 3: no rule is called M1O3\n" in capsys.readouterr().err

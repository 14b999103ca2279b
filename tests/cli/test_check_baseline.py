"""`--baseline`: what is known passes, what is new does not, what is gone is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minutes_cli.cli import main
from tests.cli.checked_files import ARGV, BOTH, CLEAN, OWNER, WEEKDAY, lay

KNOWN = (*ARGV, "--baseline", "known.json")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a baseline of two findings in march.md."""
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, march_md=BOTH)
    assert main([*KNOWN, "--write-baseline", "march.md"]) == 0
    assert capsys.readouterr() == ("", "minutes: known.json: 2 findings are known from now on\n")
    return tmp_path


def baseline(folder: Path) -> dict[str, list[str]]:
    """File -> codes."""
    data = json.loads((folder / "known.json").read_text(encoding="utf-8"))
    return {file: [one["code"] for one in entries] for file, entries in data["files"].items()}


def test_known_findings_pass_and_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*KNOWN, "march.md"]) == 0
    assert capsys.readouterr() == ("", "minutes: No problems found in 1 file; 2 known to the baseline\n")


def test_they_stay_known_where_text_moves_them(folder: Path) -> None:
    lay(folder, march_md=BOTH.replace("1. Jetty", "Ada opened the meeting.\n\nAll were welcome.\n\n1.  Jetty"))
    assert main([*KNOWN, "march.md"]) == 0


def test_the_same_fault_in_another_file_or_a_second_time_is_new(folder: Path) -> None:
    lay(folder, april_md=OWNER)
    assert main([*KNOWN, "."]) == 1
    lay(folder, april_md=CLEAN, march_md=BOTH + "\nAction: Obtain three quotes for the repair.\n")
    assert main([*KNOWN, "."]) == 1


def test_what_no_longer_occurs_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, march_md=WEEKDAY)
    assert main([*KNOWN, "march.md"]) == 0
    told = "minutes: known.json: 1 of its findings no longer occur: --write-baseline takes them out"
    assert told in capsys.readouterr().err
    assert main([*KNOWN, "march.md", "--select", "M1"]) == 0
    lay(folder, april_md=CLEAN)
    assert main([*KNOWN, "april.md"]) == 0
    assert main([*KNOWN, "march.md", "--ignore", "M401"]) == 0
    err = capsys.readouterr().err
    assert err.count("no longer occur") == 1, "of files and rules that were left out nothing is known"


def test_it_is_written_sorted_and_the_same_again(folder: Path) -> None:
    first = (folder / "known.json").read_bytes()
    lay(folder, april_md=OWNER)
    assert main([*KNOWN, "--write-baseline", "march.md", "april.md"]) == 0
    assert list(baseline(folder)) == ["april.md", "march.md"]
    assert main([*KNOWN, "--write-baseline", "april.md", "march.md"]) == 0
    (folder / "april.md").unlink()
    assert main([*KNOWN, "--write-baseline", "march.md"]) == 0
    assert (folder / "known.json").read_bytes() == first, "a file that is gone is forgotten"


def test_files_that_were_not_checked_keep_their_findings(folder: Path) -> None:
    lay(folder, april_md=OWNER)
    assert main([*KNOWN, "--write-baseline", "april.md"]) == 0
    assert baseline(folder) == {"april.md": ["M401"], "march.md": ["M103", "M401"]}


def test_paths_count_from_the_baseline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    assert main([*ARGV, "--baseline", "../known.json", "../march.md"]) == 0
    assert main([*ARGV, "--baseline", str(folder / "known.json"), str(folder / "march.md")]) == 0
    (folder / "minutes.toml").write_text('[check]\nbaseline = "known.json"\n')
    assert main([*ARGV, "../march.md"]) == 0


def test_a_baseline_has_to_be_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ARGV, "--write-baseline", "march.md"]) == 2
    assert "no baseline is named" in capsys.readouterr().err
    assert main([*ARGV, "--write-baseline", "march.md", "--watch"]) == 2
    assert main([*ARGV, "--baseline", "gone.json", "march.md"]) == 2
    assert "gone.json: no such baseline: write it with --write-baseline" in capsys.readouterr().err
    lay(folder, notes_md=CLEAN)
    assert main([*ARGV, "--baseline", "notes.md", "--write-baseline", "march.md"]) == 3
    assert (folder / "notes.md").read_text() == CLEAN, "what is no baseline is not written over"

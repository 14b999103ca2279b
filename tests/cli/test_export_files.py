"""Where `minutes export` writes the documents of several meetings, and when it writes none."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.cli import main

FIXTURES = Path(__file__).parents[2] / "fixtures"
# three meetings in one file
SEVERAL = str(FIXTURES / "wexcombe-chess-2023-autumn.txt")
ONE = str(FIXTURES / "harrowvale-pcc-2024-03.txt")
Capture = pytest.CaptureFixture[str]


def test_meetings_of_one_file_are_numbered_in_a_folder(tmp_path: Path) -> None:
    assert main(["export", SEVERAL, ONE, "--to", "json", "-o", f"{tmp_path}/"]) == 0
    name = Path(SEVERAL).name
    assert {path.name for path in tmp_path.iterdir()} == {
        *(f"{name}.{part}.json" for part in (1, 2, 3)),
        f"{Path(ONE).name}.json",
    }


def test_meetings_of_one_file_are_numbered_under_the_name_given(tmp_path: Path) -> None:
    assert main(["export", SEVERAL, "--to", "markdown", "-o", str(tmp_path / "notes.md")]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"notes.1.md", "notes.2.md", "notes.3.md"}


def test_one_name_is_not_enough_for_several_files(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "notes.html"
    assert main(["export", SEVERAL, ONE, "--to", "html", "-o", str(path)]) == 2
    assert capsys.readouterr().err == f"minutes: {path}: is one file for 4 meetings: name a folder with -o\n"
    assert not path.exists()


@pytest.mark.parametrize("command", [["export", "--to", "csv"], ["report"]])
def test_where_no_meeting_is_meant_nothing_is_written(command: list[str], tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"last week's")
    assert main([*command, ONE, "--since", "2030", "-o", str(path)]) == 2
    assert "there is no meeting to" in capsys.readouterr().err
    assert path.read_bytes() == b"last week's"


def test_an_option_that_fits_one_format_alone_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    assert main(["export", ONE, "--to", "csv", "--to", "xlsx", "--table", "actions", "-o", str(tmp_path / "t")]) == 2
    assert not (tmp_path / "t").exists()

"""Where `minutes export` writes the documents of several meetings, and when it writes none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.exporters.formats import EXPORTS
from minutes_cli.model.loading import read_all

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


DATES = ["2023-09-14", "2023-10-12", "2023-11-09"]
PER_MEETING = [name for name, export in EXPORTS.items() if export.holds == "meeting" and not export.extra]


def test_what_was_written_beside_the_name_given_is_told(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "notes.md"
    assert main(["export", SEVERAL, "--to", "markdown", "-o", str(path)]) == 0
    told = f"minutes: {path}: 3 meetings, each a document: wrote notes.1.md, notes.2.md, notes.3.md\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("form", PER_MEETING)
@pytest.mark.parametrize("command", ["export", "redact"])
def test_each_meeting_of_a_file_has_a_file(command: str, form: str, tmp_path: Path) -> None:
    assert main([command, SEVERAL, "--to", form, "-o", f"{tmp_path}/"]) == 0
    assert len(list(tmp_path.iterdir())) == 3


def test_copies_of_several_meetings_are_all_there_however_they_are_named(tmp_path: Path, capsys: Capture) -> None:
    data, folder = tmp_path / "term.jsonl", tmp_path / "out"
    assert main(["parse", SEVERAL, "--format", "jsonl", "-o", str(data)]) == 0
    for given, target in ((SEVERAL, f"{folder}/"), (str(data), str(folder / "copy.json"))):
        assert main(["redact", given, "--to", "json", "-o", target]) == 0
    for name in ("publication-copy", "copy"):
        written = [json.loads((folder / f"{name}.{part}.json").read_text("utf-8")) for part in (1, 2, 3)]
        assert [one["meeting"]["date"] for one in written] == DATES
    capsys.readouterr()
    assert main(["redact", SEVERAL, "--to", "markdown"]) == 2
    assert "name a folder with -o" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["out/", "out/notes.md"])
def test_meetings_that_their_source_does_not_tell_apart_have_a_file_each(named: str, tmp_path: Path) -> None:
    data = tmp_path / "mine.jsonl"
    assert main(["parse", ONE, "--format", "jsonl", "-o", str(data)]) == 0
    data.write_bytes(data.read_bytes() * 3)
    (tmp_path / "out").mkdir()
    assert main(["render", str(data), "--to", "markdown", "-o", f"{tmp_path}/{named}"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_a_file_whose_name_is_that_of_a_meeting_in_another(tmp_path: Path) -> None:
    same = tmp_path / f"{Path(SEVERAL).name}.2"
    same.write_bytes(Path(ONE).read_bytes())
    assert main(["export", SEVERAL, str(same), "--to", "json", "-o", f"{tmp_path}/out/"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_two_formats_never_want_one_file(tmp_path: Path, capsys: Capture) -> None:
    same = tmp_path / "minutes.popolo"
    same.write_bytes(Path(ONE).read_bytes())
    assert main(["export", str(same), "--to", "json", "--to", "popolo", "-o", f"{tmp_path}/out/"]) == 2
    assert "minutes.popolo.json: would be written twice" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["export", "redact"])
def test_json_lines_hold_several_meetings(
    command: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "all.jsonl"
    assert main([command, SEVERAL, "--to", "jsonl"]) == 0
    printed = capfdbinary.readouterr().out
    assert main([command, SEVERAL, "--to", "jsonl", "-o", str(path)]) == 0
    assert path.read_bytes() == printed
    assert [one.meeting.date for one in read_all(printed, "all.jsonl")] == DATES


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("--to json --to markdown", "export: several formats, each a file: name a folder with -o"),
        ("--to xlsx --to ics -o OUT.xlsx", "OUT.xlsx: is one file for several formats: name a folder: -o FOLDER/"),
        ("--to csv -o OUT.csv", "OUT.csv: csv is a folder of tables: add --table NAME, or name -o FOLDER/"),
    ],
)
def test_what_cannot_go_where_it_is_sent_is_refused(wanted: str, told: str, tmp_path: Path, capsys: Capture) -> None:
    out = str(tmp_path / "out")
    assert main(["export", ONE, *wanted.replace("OUT", out).split()]) == 2
    assert capsys.readouterr() == ("", f"minutes: {told.replace('OUT', out)}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wanted", "warned"), [("xlsx -o a.json", True), ("jsonld -o a.json", False), ("json -o a.txt", False)]
)
def test_a_name_that_says_another_format_is_warned_of(
    wanted: str, warned: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", ONE, "--to", *wanted.split()]) == 0
    told = "minutes: a.json: is written as xlsx, whatever its name: files of that format end in .xlsx\n"
    assert capsys.readouterr().err == (told if warned else "")


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

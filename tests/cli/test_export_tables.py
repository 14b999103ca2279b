"""`minutes export` in the formats of tables."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.exporters.tidy import TABLES

pytestmark = pytest.mark.usefixtures("parsed")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def notes(tmp_path: Path) -> str:
    path = tmp_path / "notes.pdf"
    path.write_bytes(b"notes")
    return str(path)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_format_of_several_files_is_a_folder(form: str, notes: str, tmp_path: Path) -> None:
    assert main(["export", notes, "--to", form, "-o", str(tmp_path / "out")]) == 0
    found = {path.name for path in (tmp_path / "out").iterdir()}
    assert found - {"datapackage.json"} == {f"{name}.{form}" for name in TABLES}


def test_one_table_goes_to_standard_output(notes: str, capsys: Capture) -> None:
    assert main(["export", notes, "--to", "csv", "--table", "decisions"]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("id,meeting,date,item,item_as_written,text,outcome")


def test_several_formats_go_into_one_folder(notes: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", notes, "--to", "csv", "--to", "sqlite", "--to", "xlsx", "-o", str(out)]) == 0
    assert {path.name for path in out.iterdir()} == {"csv", "minutes.db", "minutes.xlsx"}
    assert json.loads((out / "csv" / "datapackage.json").read_text())["name"] == "minutes"
    with closing(sqlite3.connect(out / "minutes.db")) as database:
        assert database.execute("SELECT chair FROM meetings").fetchall() == [("Ann Rowe",)]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (["--to", "csv"], "is a folder of tables"),
        (["--to", "csv", "--table", "people"], "people: no such table"),
        (["--to", "xlsx", "--table", "actions"], "xlsx is no format of tables"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(more: list[str], reason: str, notes: str, capsys: Capture) -> None:
    assert main(["export", notes, *more]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert reason in err


def test_the_same_files_give_the_same_bytes(notes: str, tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        assert (
            main(["export", notes, "--to", "xlsx", "--to", "sqlite", "--to", "parquet", "-o", str(tmp_path / name)])
            == 0
        )
        folder = tmp_path / name
        written.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()})
    assert written[0] == written[1]

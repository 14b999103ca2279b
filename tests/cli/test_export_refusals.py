"""What `minutes export` and its like refuse, in one line and before anything is written."""

from __future__ import annotations

import builtins
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from minutes_cli import pipeline
from minutes_cli.cli import main
from minutes_cli.errors import ExitCode
from minutes_cli.exporters.formats import EXPORTS

FIXTURES = Path(__file__).parents[2] / "fixtures"
NAME = "harrowvale-pcc-2024-03.txt"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Minutes of the user's own."""
    (tmp_path / "docs").mkdir()
    return Path(shutil.copy(FIXTURES / NAME, tmp_path / "docs" / NAME))


def files(folder: Path) -> Mapping[str, bytes]:
    """Every file in it, but for what SQLite keeps beside a register."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


def refused(arguments: list[str], folder: Path, capsys: Capture) -> str:
    """The one line said; nothing was written."""
    before = files(folder)
    capsys.readouterr()
    assert main(arguments) == ExitCode.USAGE
    assert files(folder) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    return said.err


@pytest.mark.parametrize("form", [form for form in EXPORTS if EXPORTS[form].holds != "tables"])
def test_no_document_that_was_named_is_written_over(form: str, source: Path, tmp_path: Path, capsys: Capture) -> None:
    link = tmp_path / "link"
    link.symlink_to(source)
    for path in (source, link):
        found = refused(["export", str(source), "--to", form, "-o", str(path)], tmp_path, capsys)
        assert "is one of the files to read: name another file with -o" in found


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_nor_one_that_is_called_as_a_table(form: str, source: Path, tmp_path: Path, capsys: Capture) -> None:
    named = source.rename(source.with_name(f"items.{form}"))
    assert "is one of the files" in refused(
        ["export", str(named), "--to", form, "-o", str(named.parent)], tmp_path, capsys
    )
    table = ["export", str(named), "--to", form, "--table", "items", "-o", str(named)]
    assert "is one of the files" in refused(table, tmp_path, capsys)


def test_nor_one_by_a_later_format(source: Path, tmp_path: Path, capsys: Capture) -> None:
    named = source.rename(source.with_name("minutes.todo.txt"))
    several = ["export", str(named), "--to", "json", "--to", "todo.txt", "-o", str(named.parent)]
    assert "minutes.todo.txt: is one of the files" in refused(several, tmp_path, capsys)


@pytest.mark.parametrize("form", ["sqlite", "json", "markdown"])
def test_neither_a_registered_document_nor_the_register_is_written_over(
    form: str, source: Path, tmp_path: Path, capsys: Capture
) -> None:
    register = tmp_path / "register.db"
    assert main(["add", str(source), "--register", str(register)]) == 0
    of_register = ["export", f"--register={register}", "--to", form, "-o"]
    assert "is one of the files to read" in refused([*of_register, str(source)], tmp_path, capsys)
    assert "is one of the files to read" in refused([*of_register, str(register)], tmp_path, capsys)
    of_file = ["export", str(source), "--to", form, "-o", str(register)]
    assert "is a register of minutes" in refused(of_file, tmp_path, capsys)


@pytest.mark.parametrize("command", ["parse", "report", "agenda --for accountability", "redact --to markdown"])
def test_no_command_writes_over_a_register(command: str, source: Path, tmp_path: Path, capsys: Capture) -> None:
    register = tmp_path / "register.db"
    assert main(["add", str(source), "--register", str(register)]) == 0
    before = register.read_bytes()
    assert main([*command.split(), str(source), "-o", str(register)]) != 0
    assert register.read_bytes() == before


def test_files_and_a_register_are_contradictory(source: Path, tmp_path: Path, capsys: Capture) -> None:
    found = refused(["export", str(source), "--register", "--to", "json"], tmp_path, capsys)
    assert found == "minutes: --register: reads the register, and files are named: leave out one of the two\n"
    assert "files are named" in refused(["actions", str(source), "--register=x.db"], tmp_path, capsys)


@pytest.mark.parametrize("missing", ["pyarrow", "weasyprint"])
def test_a_missing_library_is_told_before_any_format_is_written(
    missing: str, source: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == missing:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    needing = {"pyarrow": "parquet", "weasyprint": "pdf"}[missing]
    several = ["export", str(source), "--to", "xlsx", "--to", needing, "-o", str(tmp_path / "out")]
    assert f"minutes: {needing}: needs" in refused(several, tmp_path, capsys)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "command",
    [
        "export --to json",
        "export --to sqlite",
        "export --to csv --table items",
        "parse",
        "report",
        "redact --to markdown",
        "explain --html",
        "agenda --for accountability",
    ],
)
def test_a_file_in_a_folder_that_is_not_there(command: str, source: Path, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "nowhere" / "out.md"
    capsys.readouterr()
    assert main([*command.split(), str(source), "-o", str(path)]) == ExitCode.OUTPUT
    told = f"{path}: cannot be written (there is no folder {path.parent}): make it first, or name another with -o\n"
    assert f"minutes: {told}" in capsys.readouterr().err
    assert not path.parent.exists()


def test_a_page_beside_its_source_is_made_in_one_reading(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = pipeline.readers.read

    def reading(data: bytes, name: str, options: Any) -> Any:
        read.append(name)
        return real(data, name, options)

    monkeypatch.setattr(pipeline.readers, "read", reading)
    assert main(["export", str(source), "--to", "html", "--to", "json", "-o", str(tmp_path / "out")]) == 0
    assert read == [str(source)]
    assert 'id="source-title">Source<' in (tmp_path / "out" / f"{NAME}.html").read_text("utf-8")

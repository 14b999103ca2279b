"""What `minutes parse` keeps from one run to the next, and `minutes cache`."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from minutes_cli.cli import main

FIXTURES = Path(__file__).parents[2] / "fixtures"
NOTES, PACK = FIXTURES / "harrowvale-pcc-2024-03.docx", FIXTURES / "wexcombe-chess-2024-01-pack.txt"

Captured = pytest.CaptureFixture[str]


def parse(capsys: Captured, *given: object) -> str:
    assert main(["parse", *map(str, given)]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("path", [NOTES, PACK])
@pytest.mark.parametrize("form", ["json", "jsonl", "yaml"])
def test_what_is_kept_says_the_same(path: Path, form: str, anew: list[str], capsys: Captured) -> None:
    first = parse(capsys, path, "--format", form)
    assert parse(capsys, path, "--format", form) == first
    assert anew == [path.name]
    assert parse(capsys, path, "--format", form, "--no-cache") == first


def test_what_the_result_hangs_on_has_it_done_anew(tmp_path: Path, anew: list[str], capsys: Captured) -> None:
    copy = tmp_path / "notes.txt"
    copy.write_bytes(PACK.read_bytes())
    parse(capsys, copy)
    for options in (("--profile", "generic"), ("--ocr", "never"), ("--allow", "line-characters=5000")):
        parse(capsys, copy, *options)
    copy.write_bytes(PACK.read_bytes() + b"\nEnd.\n")
    parse(capsys, copy)
    parse(capsys, copy.rename(tmp_path / "other.txt"))
    assert len(anew) == 6


def test_what_only_guards_the_run_changes_nothing(anew: list[str], capsys: Captured) -> None:
    parse(capsys, PACK)
    parse(capsys, PACK, "--allow", "seconds=60", "--no-isolation")
    assert len(anew) == 1


def test_a_password_is_kept_in_no_form(anew: list[str], capsys: Captured, cache_folder: Path) -> None:
    parse(capsys, NOTES, "--password", "opensesame")
    parse(capsys, NOTES, "--password", "opensesame")
    assert len(anew) == 2
    assert not list(cache_folder.rglob("*.z"))


def test_a_folder_that_cannot_be_written_keeps_nothing_and_fails_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MINUTES_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert parse(capsys, PACK)


def test_info_and_clear(anew: list[str], capsys: Captured, cache_folder: Path) -> None:
    parse(capsys, PACK)
    assert main(["cache", "info"]) == 0
    assert re.fullmatch(rf"{re.escape(str(cache_folder))}: 1 result, 0\.\d MiB\n", capsys.readouterr().out)
    (cache_folder / "notes.txt").write_text("of somebody else")
    assert main(["cache", "clear"]) == 0
    assert capsys.readouterr().out == f"{cache_folder}: 1 result dropped\n"
    parse(capsys, PACK)
    assert len(anew) == 2
    assert (cache_folder / "notes.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_only_the_user_can_read_it(capsys: Captured, cache_folder: Path) -> None:
    parse(capsys, PACK)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (cache_folder, *cache_folder.rglob("*"))}
    assert modes == {True: 0o700, False: 0o600}

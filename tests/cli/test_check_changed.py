"""`--diff-base`: only what changed in git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from minutes_cli.cli import main
from tests.cli.checked_files import ARGV, CLEAN, WEEKDAY, lay


def git(folder: Path, *argv: str) -> None:
    who = ["-c", "user.name=Joss", "-c", "user.email=joss@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *argv], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with faulty minutes of January and February in a folder, tagged `first`."""
    repository = tmp_path / "repository"
    (repository / "notes").mkdir(parents=True)
    monkeypatch.chdir(repository)
    lay(repository / "notes", january_md=WEEKDAY, february_md=WEEKDAY)
    git(repository, "init", "--quiet")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "first")
    git(repository, "tag", "first")
    return repository


def checked(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    assert main([*ARGV, "--format", "json", *argv]) in (0, 1)
    return json.loads(capsys.readouterr().out)["files"]


def test_nothing_changed_nothing_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ARGV, "--diff-base", "HEAD"]) == 0
    assert capsys.readouterr().err == "minutes: Nothing was checked\n"


def test_changed_staged_committed_and_new_files_are_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder / "notes", february_md=CLEAN, march_md=CLEAN, april_md=CLEAN)
    lay(folder, **{"mär z\n_md": CLEAN, "left_out_md": CLEAN})
    (folder / ".gitignore").write_text("left_out.md\n")
    git(folder, "add", "notes/march.md")
    assert checked(capsys, "--diff-base", "HEAD") == [
        "mär z\n.md",
        "notes/april.md",
        "notes/february.md",
        "notes/march.md",
    ]
    git(folder, "commit", "--quiet", "-m", "second")
    assert "notes/march.md" not in checked(capsys, "--diff-base", "HEAD")
    assert "notes/march.md" in checked(capsys, "--diff-base", "first")


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ARGV, "--diff-base", "HEAD", "gone.md"]) == 2
    assert "gone.md: no such file" in capsys.readouterr().err


def test_deleted_files_are_passed_over_and_renamed_ones_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(folder, "rm", "--quiet", "notes/january.md")
    git(folder, "mv", "notes/february.md", "notes/march.md")
    assert checked(capsys, "--diff-base", "HEAD") == ["notes/march.md"]


def test_only_what_is_named_or_within_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(folder / "notes", february_md=CLEAN)
    lay(folder, march_md=CLEAN)
    assert checked(capsys, "--diff-base", "HEAD", "notes") == ["notes/february.md"]
    assert checked(capsys, "--diff-base", "HEAD", "notes", "--exclude", "feb*") == []
    monkeypatch.chdir(folder / "notes")
    assert checked(capsys, "--diff-base", "HEAD") == ["february.md"]
    assert checked(capsys, "--diff-base", "HEAD", "..") == ["../march.md", "../notes/february.md"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=stolen.txt", "first; touch stolen.txt", "first:notes", ""])
def test_what_is_no_revision_is_refused(folder: Path, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    assert main([*ARGV, "--diff-base", revision]) == 2
    assert capsys.readouterr().err.startswith("minutes: --diff-base: no such revision")
    assert sorted(path.name for path in folder.iterdir()) == [".git", "notes"]


def test_outside_a_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    lay(tmp_path, march_md=CLEAN)
    assert main([*ARGV, "--diff-base", "HEAD"]) == 2
    assert capsys.readouterr().err == "minutes: --diff-base: no git repository here: use it inside one\n"


def test_without_git(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert main([*ARGV, "--diff-base", "HEAD"]) == 2
    assert capsys.readouterr().err.startswith("minutes: --diff-base: git cannot be run")

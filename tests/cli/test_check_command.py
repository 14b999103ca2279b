"""`minutes check`: which files and rules, what is printed, and what the exit code says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minutes_cli.cli import main
from tests.cli.checked_files import ARGV, BOTH, CLEAN, OWNER, WEEKDAY, lay


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    """The lines of findings, `march.md:3 M103` each."""
    main([*ARGV, "--format", "json", *argv])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [f"{one['file']}:{one['line']} {one['code']}" for one in found]


def test_one_line_a_finding_and_the_counts_on_standard_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, march_md=BOTH, april_md=CLEAN)
    assert main([*ARGV, "march.md", "april.md"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        "march.md:3:9: M103 error: “Tuesday 5 March 2025”: 5 March 2025 is a Wednesday [unsafe *]\n"
        "march.md:11:9: M401 warning: nobody is named to do this action (item 1)\n"
    )
    assert err == "minutes: 1 error, 1 warning in 1 of 2 files; 1 can be fixed with --unsafe-fixes\n"


def test_nothing_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, march_md=CLEAN)
    assert main([*ARGV, "march.md"]) == 0
    assert capsys.readouterr() == ("", "minutes: No problems found in 1 file\n")


def test_in_a_terminal_the_words_are_underlined(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    lay(folder, march_md=WEEKDAY)
    assert main([*ARGV, "march.md"]) == 1
    out, err = capsys.readouterr()
    assert "^" * len("Tuesday 5 March 2025") in out
    assert "1 error in 1 file; 1 can be fixed with --unsafe-fixes" in out
    assert err == ""


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 0),
        (("--fail-on", "info"), 1),
        (("--severity", "M401=info"), 0),
        (("--severity", "M4=error", "--fail-on", "error"), 1),
        (("--severity", "M4=error", "--severity", "M401=info"), 0),
        (("--ignore", "M401"), 0),
        (("--ignore", "action-without-owner"), 0),
        (("--select", "M1", "--extend-select", "M4"), 1),
    ],
)
def test_the_exit_code_says_whether_something_serious_was_found(folder: Path, argv: tuple[str, ...], code: int) -> None:
    lay(folder, march_md=OWNER)
    assert main([*ARGV, "march.md", *argv]) == code


# ---- files


def test_of_a_folder_documents_are_checked_in_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("b/2.md", "b/10.md", "a-c/x.txt", "a/x.md", "a/.hidden.md", ".git/x.md", "node_modules/p/x.md"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WEEKDAY)
    (folder / "a" / "picture.svg").write_text("<svg/>")
    (folder / "a" / "~$x.docx").write_text("open in Word")
    assert told(capsys, ".") == ["a/x.md:3 M103", "a-c/x.txt:3 M103", "b/10.md:3 M103", "b/2.md:3 M103"]


def test_a_file_named_twice_is_checked_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, march_md=WEEKDAY)
    assert told(capsys, "march.md", "march.md") == ["march.md:3 M103"]


def test_what_is_excluded_is_left_out_of_folders_not_of_what_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("archive/old.md", "drafts/new.md", "march.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(WEEKDAY)
    assert told(capsys, ".", "--exclude", "archive/", "--exclude", "new.*") == ["march.md:3 M103"]
    assert told(capsys, "archive/old.md", "--exclude", "archive/") == ["archive/old.md:3 M103"]


def test_a_pattern_of_the_configuration_counts_from_its_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "notes" / "archive").mkdir(parents=True)
    (folder / "notes" / "archive" / "old.md").write_text(BOTH)
    (folder / "notes" / "new.md").write_text(BOTH)
    (folder / "minutes.toml").write_text(
        '[check]\nexclude = ["/archive"]\nper-file-ignores = {"notes/new.md" = ["M1"]}\n'
    )
    assert told(capsys, "notes") == [
        "notes/archive/old.md:3 M103",
        "notes/archive/old.md:11 M401",
        "notes/new.md:11 M401",
    ]
    (folder / "minutes.toml").write_text('[check.per-file-ignores]\n"notes/archive/**" = ["ALL"]\n"*.md" = ["M401"]\n')
    assert told(capsys, "notes") == ["notes/new.md:3 M103"]


def test_a_pattern_names_files_through_links_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "notes" / "archive").mkdir(parents=True)
    (folder / "notes" / "archive" / "old.md").write_text(BOTH)
    (folder / "minutes.toml").write_text('[check.per-file-ignores]\n"archive/" = ["M1"]\n')
    (folder.parent / "link").symlink_to(folder)
    assert told(capsys, f"{folder.parent}/link/notes") == [f"{folder.parent}/link/notes/archive/old.md:11 M401"]


def test_a_folder_without_documents_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ARGV, "."]) == 2
    assert capsys.readouterr().err.startswith("minutes: .: no documents in it")


def test_files_have_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ARGV]) == 2
    assert "Missing argument 'FILE|DIR...'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("files", "code"),
    [(["gone.md"], 2), (["empty.md"], 3), (["gone.md", "march.md"], 1), (["empty.md", "march.md"], 1)],
)
def test_a_file_that_cannot_be_read_is_never_clean(
    folder: Path, capsys: pytest.CaptureFixture[str], files: list[str], code: int
) -> None:
    lay(folder, march_md=CLEAN, empty_md="")
    assert main([*ARGV, *files]) == code
    err = capsys.readouterr().err
    assert err.startswith(f"minutes: {files[0]}: ")
    # where it is the only one, its own line says all
    assert ("1 file could not be read" in err) == (len(files) > 1)
    assert main([*ARGV, "--format", "json", *files]) == code
    report = json.loads(capsys.readouterr().out)
    assert [one["file"] for one in report["unread"]] == [files[0]]
    assert report["files"] == files[1:]


# ---- output


def test_a_report_is_written_to_a_file_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, march_md=WEEKDAY)
    assert main([*ARGV, "march.md", "--format", "sarif", "-o", "found.sarif"]) == 1
    assert capsys.readouterr() == ("", "minutes: 1 error in 1 file; 1 can be fixed with --unsafe-fixes\n")
    assert json.loads((folder / "found.sarif").read_text())["version"] == "2.1.0"
    assert main([*ARGV, "march.md", "-o", "march.md"]) == 2, "minutes are not written over"
    assert (folder / "march.md").read_text() == WEEKDAY
    assert sorted(path.name for path in folder.iterdir() if path.suffix == ".tmp") == []


def test_statistics_count_by_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, march_md=BOTH, april_md=OWNER)
    assert main([*ARGV, ".", "--statistics"]) == 1
    assert capsys.readouterr().out == (
        "    2  M401  warning  action-without-owner\n    1  M103  error    weekday-mismatch\n"
    )
    assert main([*ARGV, ".", "--statistics", "--format", "json"]) == 1
    assert [(one["code"], one["count"]) for one in json.loads(capsys.readouterr().out)] == [("M401", 2), ("M103", 1)]
    assert main([*ARGV, ".", "--statistics", "--format", "junit"]) == 2


def test_publication_reaches_the_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(folder, march_md=CLEAN + "\nCall Ada on 01632 960 983, ada.roe@example.org.\n")
    argv = ["check", "--select", "ALL", "march.md", "--format", "json"]
    assert main([*argv, "--no-publication"]) in (0, 1)
    inside = json.loads(capsys.readouterr().out)["findings"]
    assert main([*argv, "--publication"]) in (0, 1)
    assert len(json.loads(capsys.readouterr().out)["findings"]) >= len(inside)

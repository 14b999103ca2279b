import json
import os
from pathlib import Path

import pytest

from minutes_cli.cli import main, messages

pytestmark = pytest.mark.usefixtures("parsed")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.pdf", "b.pdf", "sub/a.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"minutes")
    (tmp_path / "broken.pdf").write_bytes(b"broken")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_file_is_one_indented_object(folder: Path, capsys: Capture) -> None:
    assert main(["parse", "a.pdf"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out)["source"]["file"] == "a.pdf"
    assert out.startswith('{\n  "schema_version"')
    assert out.endswith("}\n")


def test_the_same_input_gives_the_same_bytes(folder: Path, capsys: Capture) -> None:
    main(["parse", "a.pdf"])
    first = capsys.readouterr().out
    main(["parse", "a.pdf"])
    assert capsys.readouterr().out == first


def test_several_files_are_one_object_a_line(folder: Path, capsys: Capture) -> None:
    assert main(["parse", "a.pdf", "b.pdf"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["source"]["file"] for line in lines] == ["a.pdf", "b.pdf"]


def test_a_file_that_fails_keeps_none_of_the_others(folder: Path, capsys: Capture) -> None:
    assert main(["parse", "a.pdf", "broken.pdf", "nowhere.pdf", "b.pdf"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err.splitlines() == [
        "minutes: broken.pdf: damaged: get another copy",
        "minutes: nowhere.pdf: no such file: check the path",
    ]


def test_output_to_a_file(folder: Path, capsys: Capture) -> None:
    assert main(["parse", "a.pdf", "-o", "out.json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["source"]["file"] == "a.pdf"


def test_output_to_a_folder_has_one_file_a_document(folder: Path) -> None:
    assert main(["parse", "a.pdf", "sub/a.docx", "b.pdf", "broken.pdf", "-o", "made/new", "--format", "yaml"]) == 1
    assert sorted(path.name for path in (folder / "made/new").iterdir()) == [
        "a.docx.yaml",
        "a.pdf.yaml",
        "b.pdf.yaml",
        "report.jsonl",
    ]


def test_output_of_one_file_to_a_folder_that_is_there(folder: Path) -> None:
    assert main(["parse", "a.pdf", "-o", "sub"]) == 0
    assert (folder / "sub/a.pdf.json").exists()


def test_output_of_one_file_to_what_is_written_as_a_folder(folder: Path) -> None:
    assert main(["parse", "a.pdf", "-o", "new/"]) == 0
    assert (folder / "new/a.pdf.json").exists()


def test_a_failure_leaves_what_was_there(folder: Path) -> None:
    (folder / "out.json").write_text("old")
    assert main(["parse", "broken.pdf", "-o", "out.json"]) == 3
    assert (folder / "out.json").read_text() == "old"
    assert not list(folder.glob(".minutes-*"))


def test_an_output_file_keeps_its_mode_and_its_link(folder: Path) -> None:
    (folder / "real.json").write_text("old")
    (folder / "real.json").chmod(0o600)
    (folder / "link.json").symlink_to("real.json")
    assert main(["parse", "a.pdf", "-o", "link.json"]) == 0
    assert (folder / "link.json").is_symlink()
    assert (folder / "real.json").stat().st_mode & 0o777 == 0o600


def test_an_input_is_never_written_over(folder: Path, capsys: Capture) -> None:
    assert main(["parse", "a.pdf", "-o", "./a.pdf"]) == 2
    assert (folder / "a.pdf").read_bytes() == b"minutes"
    assert "is one of the files to read" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["no/such/folder.json", "a.pdf/under-a-file.json"])
def test_output_that_cannot_be_written(target: str, folder: Path, capsys: Capture) -> None:
    assert main(["parse", "b.pdf", "-o", target]) == 4
    err = capsys.readouterr().err
    assert err.startswith(f"minutes: {target}: cannot be written")
    assert err.count("\n") == 1


def test_a_device_is_written_directly(folder: Path) -> None:
    assert main(["parse", "a.pdf", "-o", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("content", "reason"), [(b"memory", "needs more than 900 MiB of memory"), (b"recursion", "nested too deeply")]
)
def test_exhausted_memory_or_stack_is_the_fault_of_the_input(
    content: bytes, reason: str, folder: Path, capsys: Capture
) -> None:
    (folder / "deep.pdf").write_bytes(content)
    assert main(["parse", "deep.pdf"]) == 3
    assert reason in capsys.readouterr().err


def test_a_bug_is_told_in_one_line_and_reported_in_a_private_file(folder: Path, capsys: Capture) -> None:
    (folder / "bug.pdf").write_bytes(b"bug")
    assert main(["parse", "bug.pdf"]) == 70
    err = capsys.readouterr().err
    assert err.startswith("minutes: bug.pdf: internal error, a bug in minutes (KeyError): please report it with ")
    assert "text of the document" not in err
    report = Path(err.strip().rpartition(" ")[2])
    assert report.stat().st_mode & 0o777 == 0o600
    assert "Traceback" in report.read_text(encoding="utf-8")
    report.unlink()
    messages._report_path.cache_clear()


@pytest.mark.parametrize("name", ["n\udcff.pdf", "\x1b[31mred.pdf", "name\nwith: break.pdf", "\u202efdp.exe"])
def test_odd_file_names(name: str, folder: Path, capsys: Capture) -> None:
    assert main(["parse", name]) == 2
    assert main(["parse", name, "a.pdf"]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 2
    assert "\x1b" not in err
    (folder / name).write_bytes(b"minutes")
    assert main(["parse", name]) == 0
    json.loads(capsys.readouterr().out)
    assert main(["parse", name, "a.pdf", "-o", "out"]) == 0
    assert len(list((folder / "out").glob("*.json"))) == 2


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "x" * 300])
def test_names_that_no_file_can_have(name: str, capsys: Capture) -> None:
    assert main(["parse", name]) in (2, 3)
    assert capsys.readouterr().err.count("\n") == 1

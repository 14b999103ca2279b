import io
import json
import shutil
from pathlib import Path

import pytest

from minutes_cli.cli import main
from tests.corpus import FIXTURES
from tests.tracing.documents import NOTES

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """notes.txt and its data beside it, in the folder of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("notes.txt").write_text(NOTES, encoding="utf-8")
    assert main(["parse", "notes.txt", "-o", "notes.json"]) == 0
    return tmp_path


def test_all_values_hold_in_the_file_that_was_read(notes: Path, capsys: Capture) -> None:
    assert main(["verify", "notes.json", "notes.txt"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("notes.txt")
    assert " hold" in out
    assert "Do not hold" not in out


def test_values_that_an_edit_took_away_are_named(notes: Path, capsys: Capture) -> None:
    Path("notes.txt").write_text(NOTES.replace("28 March", "29 March"), encoding="utf-8")
    assert main(["verify", "notes.json", "notes.txt"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert "! notes.txt is not the file that was read: its SHA-256 differs" in out
    folded = " ".join(out.split())
    assert "lost action 1: due 2024-03-28 “28 March 2024” line 11" in folded
    assert all(len(line) <= 80 for line in out.splitlines())


def test_as_json_every_value_has_its_standing(notes: Path, capsys: Capture) -> None:
    Path("edited.txt").write_text("\n" + NOTES.replace("Finch", "Fynch"), encoding="utf-8")
    assert main(["verify", "notes.json", "edited.txt", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["file"], found["same_file"], found["holds"]) == ("edited.txt", False, False)
    assert {check["path"] for check in found["checks"] if check["standing"] == "lost"} == {"/attendees/2/name"}
    assert sum(found["counts"].values()) == len(found["checks"])


@pytest.mark.parametrize("name", ["quillback-township-2024-09.pdf", "thistlebourne-parish-2024-07.docx"])
def test_formats_with_boxes_and_blocks(name: str, notes: Path, capsys: Capture) -> None:
    assert main(["parse", str(FIXTURES / name), "-o", "data.json"]) == 0
    assert main(["verify", "data.json", str(FIXTURES / name)]) == 0
    other = "harrowvale-pcc-2024-04.pdf"
    assert main(["verify", "data.json", str(FIXTURES / other)]) == 1


def test_of_several_minutes_those_of_the_source_are_taken(notes: Path, capsys: Capture) -> None:
    shutil.copy(FIXTURES / "brindlebury-agm-2025.html", "agm.html")
    assert main(["parse", "agm.html", "notes.txt"]) == 0
    Path("both.jsonl").write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["verify", "both.jsonl", "notes.txt"]) == 0
    assert main(["verify", "both.jsonl", "agm.html"]) == 0
    Path("notes.txt").write_text(NOTES + "\nAnd more.\n", encoding="utf-8")
    assert main(["verify", "both.jsonl", "notes.txt"]) == 0
    assert "SHA-256 differs" in capsys.readouterr().out
    Path("other.txt").write_text("Something else\n")
    assert main(["verify", "both.jsonl", "other.txt"]) == 2
    assert capsys.readouterr().err == (
        "minutes: both.jsonl: none of its 2 minutes is of other.txt: give the data of this source\n"
    )


def test_one_of_the_two_may_come_from_standard_input(
    notes: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path("notes.json").read_bytes())))
    assert main(["verify", "-", "notes.txt"]) == 0
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NOTES.encode())))
    assert main(["verify", "notes.json", "-"]) == 0
    assert main(["verify", "-", "-"]) == 2


def test_data_that_a_shell_wrote_in_its_own_encoding_is_read(notes: Path) -> None:
    text = Path("notes.json").read_text(encoding="utf-8")
    Path("bom.json").write_bytes(text.encode("utf-8-sig"))
    Path("wide.json").write_bytes(text.encode("utf-16"))
    assert main(["verify", "bom.json", "notes.txt"]) == 0
    assert main(["verify", "wide.json", "notes.txt"]) == 0


def test_a_profile_that_does_not_ship_is_asked_for(notes: Path, capsys: Capture) -> None:
    Path("ours.toml").write_text('name = "ours"\nextends = "uk-council"\n')
    assert main(["parse", "notes.txt", "--profile", "ours.toml", "-o", "ours.json"]) == 0
    assert main(["verify", "ours.json", "notes.txt"]) == 0
    assert "with the profile ours, which does not ship" in capsys.readouterr().err
    assert main(["verify", "ours.json", "notes.txt", "--profile", "ours.toml"]) == 0
    assert capsys.readouterr().err == ""


DAMAGED = [
    (b"", "not JSON"),
    (b"{", "not JSON"),
    (b"\xff\xfe\xff", "not JSON"),
    (b"%PDF-1.7\n%\xe2\xe3", "not JSON"),
    (b"[]", "not the data of minutes"),
    (b"{}", "not the data of minutes"),
    (b'{"a": 1}\n{"b": 2}\n', "line 1: not the data of minutes"),
    (b'{"source": null}', "not the data of minutes"),
    (b"[" * 100_000, "not JSON"),
    (b'{"evidence": [{"path": 5}]}', "not the data of minutes"),
]


@pytest.mark.parametrize(("content", "reason"), DAMAGED, ids=[str(number) for number in range(len(DAMAGED))])
def test_damaged_or_foreign_data_is_told_in_one_line(content: bytes, reason: str, notes: Path, capsys: Capture) -> None:
    Path("odd.json").write_bytes(content)
    assert main(["verify", "odd.json", "notes.txt"]) == 3
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("minutes: odd.json: ")
    assert reason in err


def test_data_of_another_version_is_refused(notes: Path, capsys: Capture) -> None:
    data = json.loads(Path("notes.json").read_text(encoding="utf-8"))
    Path("new.json").write_text(json.dumps({**data, "schema_version": "2.0"}))
    assert main(["verify", "new.json", "notes.txt"]) == 3
    assert capsys.readouterr().err == "minutes: new.json: data of version 2.0, not 1.0: parse the source anew\n"


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["nowhere.json", "notes.txt"], 2, "nowhere.json: no such file"),
        (["notes.json", "nowhere.txt"], 2, "nowhere.txt: no such file"),
        (["notes.json"], 2, "Missing argument"),
        (["notes.json", "notes.txt", "--profile", "nosuch"], 2, "no such profile"),
        (["notes.json", "empty.txt"], 3, "empty.txt: empty file"),
        (["notes.txt", "notes.json"], 3, "notes.txt: not JSON"),
        ([".", "notes.txt"], 2, "is a folder"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], code: int, reason: str, notes: Path, capsys: Capture) -> None:
    Path("empty.txt").touch()
    assert main(["verify", *arguments]) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert reason in err

"""`minutes diff`: what is given, what is printed, and the exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from minutes_cli.cli import main
from minutes_cli.exporters.formats import EXPORTS
from tests.corpus import FIXTURES

Capture = pytest.CaptureFixture[str]
NOTES = FIXTURES / "harrowvale-pcc-2024-03.txt"
HOSTILE = "<script>alert(1)</script> \x1b[31m\u202e **bold** ~~gone~~ [-x-] {{ 7*7 }}"


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft and what was approved of it, in the folder of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    text = NOTES.read_text(encoding="utf-8")
    Path("draft.txt").write_text(text, encoding="utf-8")
    text = text.replace("28 March", "29 March").replace("nine of the twelve", "ten of the twelve")
    text = re.sub(r".*victims' service.*\n", "", text)
    Path("approved.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("versions")
def test_marks_stand_in_a_pipe_and_the_exit_code_is_1(capsys: Capture) -> None:
    assert main(["diff", "draft.txt", "approved.txt"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    folded = " ".join(out.split())
    assert folded.startswith("draft.txt → approved.txt 3 differences Questions and answers 1 ~ The CC said")
    assert "The CC said that [-nine-] {+ten+} of the twelve measures" in folded
    assert "due: [-2024-03-28-] → {+2024-03-29+}" in folded
    assert "- JP to invite the victims' service to the May meeting. owners: JP" in folded
    assert "residents of the valley" not in folded  # what did not change, far from what did
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_forms_of_one_document_are_equal_and_the_exit_code_is_0(form: str, capsys: Capture) -> None:
    assert main(["diff", str(NOTES), str(FIXTURES / "harrowvale-pcc-2024-03.pdf"), "--format", form]) == 0
    out, _ = capsys.readouterr()
    assert json.loads(out)["equal"] if form == "json" else "They say the same." in out


@pytest.mark.usefixtures("versions")
def test_data_may_stand_for_either_side(capsys: Capture) -> None:
    assert main(["parse", "draft.txt", "-o", "draft.json"]) == 0
    assert main(["diff", "draft.json", "draft.txt"]) == 0
    assert main(["diff", "draft.txt", "approved.txt", "--format", "json"]) == 1
    of_files = json.loads(capsys.readouterr().out.partition("They say the same.\n")[2])
    assert main(["diff", "draft.json", "approved.txt", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == of_files
    paths = [(one["old_path"], one["new_path"]) for one in of_files["differences"]]
    assert paths == [
        ("/items/2/exchanges/1", "/items/2/exchanges/1"),
        ("/actions/1", "/actions/1"),
        ("/actions/2", None),
    ]


@pytest.mark.usefixtures("versions")
def test_a_meeting_of_the_register_by_its_key(capsys: Capture) -> None:
    assert main(["add", "draft.txt", "--register", "board.db"]) == 0
    key = capsys.readouterr().out.split()[1]
    assert main(["diff", key, "draft.txt", "--register", "board.db"]) == 0
    assert main(["diff", key, "approved.txt", "--register", "board.db"]) == 1
    capsys.readouterr()
    assert main(["diff", key.replace("monthly", "montly"), "approved.txt", "--register", "board.db"]) == 2
    told = f"no such file, and no meeting of that key in the register: the nearest keys are {key}\n"
    assert capsys.readouterr().err.endswith(told)
    assert main(["diff", "zzz", "approved.txt", "--register", "board.db"]) == 2
    assert "`minutes meetings` lists the keys" in capsys.readouterr().err


@pytest.mark.usefixtures("versions")
def test_versions_of_a_meeting_in_the_register(capsys: Capture) -> None:
    assert main(["add", "draft.txt", "approved.txt", "--register", "board.db"]) == 0
    key = capsys.readouterr().out.split()[1]
    assert main(["diff", f"{key}@1", "draft.txt", "--register", "board.db"]) == 0
    assert main(["diff", key, f"{key}@2", "--register", "board.db"]) == 0
    assert main(["diff", f"{key}@1", key, "--register", "board.db"]) == 1
    capsys.readouterr()
    assert main(["diff", f"{key}@3", key, "--register", "board.db"]) == 2
    assert f"no such version: there are {key}@1, {key}@2" in capsys.readouterr().err


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (["draft.txt", "missing.txt"], 2, "missing.txt"),
        (["missing.txt", "draft.txt"], 2, "missing.txt"),
        (["-", "-"], 2, "name one of the two"),
        (["draft.txt"], 2, "Missing argument"),
        (["draft.txt", "broken.pdf"], 3, "broken.pdf"),
        (["broken.json", "draft.txt"], 3, "not the data of minutes"),
        (["draft.txt", str(FIXTURES / "wexcombe-chess-2024-01-pack.txt")], 2, "holds"),
    ],
)
def test_what_cannot_be_compared(given: list[str], code: int, words: str, capsys: Capture) -> None:
    Path("broken.pdf").write_bytes(b"%PDF-1.4\nnothing")
    Path("broken.json").write_text('{"meeting": 1}')
    assert main(["diff", *given]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert len(err.splitlines()) == 1


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize("given", [["draft.txt", "shopping.txt"], ["shopping.txt", "draft.txt"]])
def test_a_document_without_minutes_is_refused(given: list[str], capsys: Capture) -> None:
    Path("shopping.txt").write_text("milk\neggs\n- bread\nbutter 200 g\n")
    assert main(["diff", *given]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "minutes: shopping.txt: no minutes: no date, people or items: is it the right file?\n"


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize(
    ("form", "marked"),
    [
        ("text", "needs [-a new mast-] {+two new masts+}, for"),
        ("markdown", "needs ~~a new mast~~ **two new masts**, for"),
        ("html", "needs <del>a new mast</del> <ins>two new masts</ins>, for"),
    ],
)
def test_marks_do_not_touch_and_signs_stay_at_their_words(form: str, marked: str, capsys: Capture) -> None:
    text = NOTES.read_text(encoding="utf-8").replace("needs a new mast,", "needs two new masts,")
    Path("masts.txt").write_text(text, encoding="utf-8")
    assert main(["diff", str(NOTES), "masts.txt", "--format", form]) == 1
    assert marked in " ".join(capsys.readouterr().out.split())


@pytest.mark.usefixtures("versions")
def test_of_several_meetings_in_a_file_the_one_of_the_same_date(capsys: Capture) -> None:
    pack = str(FIXTURES / "wexcombe-chess-2024-01-pack.txt")
    assert main(["parse", pack, "-o", "parts/"]) == 0
    for part in sorted(Path("parts").glob("*.json")):
        if json.loads(part.read_text())["meeting"]["date"]:
            assert main(["diff", str(part), pack]) == 0, part
    assert "They say the same." in capsys.readouterr().out


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_hostile_words_stay_words(form: str, capsys: Capture) -> None:
    assert main(["parse", "draft.txt", "-o", "draft.json"]) == 0
    data = json.loads(Path("draft.json").read_text(encoding="utf-8"))
    data["actions"][0]["text"] = data["items"][3]["title"] = data["attendees"][0]["role"] = HOSTILE
    Path("hostile.json").write_text(json.dumps(data))
    assert main(["diff", "draft.json", "hostile.json", "--format", form]) == 1
    out = capsys.readouterr().out
    assert not re.search("[\x1b\u202e]", out)
    if form == "html":
        page = html.document_fromstring(out)
        assert page.xpath("//script") == []
        assert "<script>alert(1)</script> \\x1b[31m\\u202e **bold**" in page.text_content()
        assert [mark.text_content() for mark in page.xpath("//ins")]
    elif form == "json":
        assert HOSTILE in [one["what"] for one in json.loads(out)["differences"]]
    elif form == "markdown":
        assert "<script>" not in out.replace("\\<script\\>", "")
        assert "\\~\\~gone\\~\\~" in out


@pytest.mark.parametrize(
    "name",
    ["harrowvale-pcc-2024-03.pdf", "thistlebourne-parish-2024-07.docx", "quillback-township-2024-09.pdf"],
)
@pytest.mark.parametrize("form", ["markdown", "docx"])
def test_what_was_exported_says_the_same(name: str, form: str, tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "fixtures" / name
    copy = tmp_path / f"copy{EXPORTS[form].suffix}"
    assert main(["export", str(source), "--to", form, "-o", str(copy)]) == 0
    assert main(["diff", str(source), str(copy)]) == 0


def test_a_folder_is_told_and_a_file_may_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, out = FIXTURES / "harrowvale-pcc-2024-03.txt", FIXTURES / "harrowvale-pcc-2024-05.pdf", tmp_path / "out"
    assert main(["diff", str(tmp_path), str(two)]) == 2
    told = f"minutes: {tmp_path}: is a folder, and two files are compared: name one file of it\n"
    assert capsys.readouterr() == ("", told)
    for form in ("text", "json", "html"):
        given = ["diff", str(one), str(two), "--format", form]
        assert main(given) == 1
        printed = capsys.readouterr().out
        assert main([*given, "-o", str(out)]) == 1
        assert (capsys.readouterr().out, out.read_text("utf-8")) == ("", printed)
    assert main(["diff", str(one), str(two), "-o", str(two)]) == 2

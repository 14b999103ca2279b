"""The register as its users meet it: add, list, change, take back."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import zlib
from pathlib import Path

import pytest

from minutes_cli.cli import main

Capture = pytest.CaptureFixture[str]
FIXTURES = Path(__file__).parents[2] / "fixtures"
NOTES = [str(FIXTURES / f"harrowvale-pcc-2024-0{month}.pdf") for month in (3, 4, 5)]
MARCH = "monthly-accountability-2024-03-06"


def printed(capsys: Capture, *argv: str) -> str:
    assert main(list(argv)) == 0
    return capsys.readouterr().out


def actions(capsys: Capture, *argv: str) -> list[dict[str, object]]:
    found = json.loads(printed(capsys, "actions", *argv, "--format", "json"))
    assert isinstance(found, list)
    return found


def failed(capsys: Capture, code: int, *argv: str) -> str:
    assert main(list(argv)) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


@pytest.fixture
def added(capsys: Capture) -> None:
    printed(capsys, "add", *NOTES)


def test_each_meeting_is_told_by_its_key_and_the_same_file_again_changes_nothing(
    register: Path, capsys: Capture
) -> None:
    first = printed(capsys, "add", *NOTES)
    assert first.splitlines()[0] == f"saved {MARCH}"
    before = printed(capsys, "actions", "--format", "json")
    again = printed(capsys, "add", *NOTES)
    assert [line.split()[0] for line in again.splitlines()] == ["unchanged"] * 3
    assert printed(capsys, "actions", "--format", "json") == before
    assert register.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("added")
def test_a_register_gives_what_the_files_give(capsys: Capture) -> None:
    of_files, of_register = actions(capsys, *NOTES), actions(capsys)
    same = ("text", "owners", "due", "due_original", "state", "item", "pillars")
    assert [[one[key] for key in same] for one in of_register] == [[one[key] for key in same] for one in of_files]


def test_in_any_order_they_come_to_the_same(capsys: Capture) -> None:
    printed(capsys, "add", NOTES[2])
    printed(capsys, "add", NOTES[0])
    printed(capsys, "add", NOTES[1])
    told = sorted((str(one["text"]), str(one["state"]), len(list(one["mentions"]))) for one in actions(capsys))  # type: ignore[call-overload]
    of_files = actions(capsys, *NOTES)
    assert told == sorted((str(one["text"]), str(one["state"]), len(list(one["mentions"]))) for one in of_files)  # type: ignore[call-overload]


def test_a_corrected_version_takes_the_place_and_says_what_differs(tmp_path: Path, capsys: Capture) -> None:
    source = (FIXTURES / "harrowvale-pcc-2024-03.txt").read_text(encoding="utf-8")
    draft, final = tmp_path / "draft.txt", tmp_path / "final.txt"
    draft.write_text(source, encoding="utf-8")
    final.write_text(source.replace("28 March 2024", "29 March 2024"), encoding="utf-8")
    printed(capsys, "add", str(draft))
    number = next(str(one["number"]) for one in actions(capsys) if one["due"] == "2024-03-28")
    printed(capsys, "action", "note", number, "rang GFM")
    assert main(["add", str(final)]) == 0
    out, err = capsys.readouterr()
    assert out == f"saved {MARCH}\n"
    assert "due: 2024-03-28 → 2024-03-29" in err
    corrected = next(one for one in actions(capsys) if one["number"] == number)
    assert (corrected["due"], len(list(corrected["changes"]))) == ("2024-03-29", 1)  # type: ignore[call-overload]
    (meeting,) = json.loads(printed(capsys, "meetings", "--format", "json"))
    assert meeting["versions"] == 2
    assert printed(capsys, "add", str(draft)) == f"unchanged {MARCH}\n"


def test_an_action_that_a_correction_drops_is_withdrawn_not_lost(tmp_path: Path, capsys: Capture) -> None:
    source = (FIXTURES / "harrowvale-pcc-2024-03.txt").read_text(encoding="utf-8")
    text = next(line for line in source.splitlines() if "JP to invite" in line)
    draft, final = tmp_path / "draft.txt", tmp_path / "final.txt"
    draft.write_text(source, encoding="utf-8")
    final.write_text(source.replace(text, "N/A"), encoding="utf-8")
    printed(capsys, "add", str(draft))
    before = len(actions(capsys))
    printed(capsys, "add", str(final))
    after = actions(capsys)
    assert len(after) == before
    assert [one["state"] for one in after if "JP to invite" in str(one["text"])] == ["withdrawn"]
    assert printed(capsys, "ledger").count("✓ balanced") == 1


@pytest.mark.usefixtures("added")
def test_changes_stand_on_top_and_undo_takes_them_back(capsys: Capture) -> None:
    (one, *_) = actions(capsys, "--open")
    number = str(one["number"])
    printed(capsys, "action", "close", number, "--note", "sent", "--on", "2024-06-01", "--by", "Joss")
    assert number not in [one["number"] for one in actions(capsys, "--open")]
    printed(capsys, "add", *NOTES)
    assert number not in [one["number"] for one in actions(capsys, "--open")]
    (change,) = json.loads(printed(capsys, "log", "--format", "json"))
    assert (change["kind"], change["who"], change["on"], change["note"]) == ("close", "Joss", "2024-06-01", "sent")
    printed(capsys, "undo")
    assert number in [one["number"] for one in actions(capsys, "--open")]
    (change,) = json.loads(printed(capsys, "log", "--format", "json"))
    assert change["undone_at"]


@pytest.mark.usefixtures("added")
def test_an_action_that_the_next_minutes_leave_out_has_vanished(tmp_path: Path, capsys: Capture) -> None:
    assert actions(capsys, "--vanished") == []
    gone = next(one for one in actions(capsys, "--open") if "cameras" in str(one["text"]))
    june = tmp_path / "june.txt"
    carried = "\n".join(
        f"    Action: {one['text']}" for one in actions(capsys, "--open") if one["number"] != gone["number"]
    )
    source = (FIXTURES / "harrowvale-pcc-2024-03.txt").read_text(encoding="utf-8")
    head = source[: source.index("No.")]
    text = head.replace("6 March 2024", "5 June 2024").replace("6th March 2024", "5th June 2024")
    june.write_text(f"{text.replace('March', 'June')}No.  Item\n1.   Matters arising\n{carried}\n", encoding="utf-8")
    printed(capsys, "add", str(june))
    assert [one["number"] for one in actions(capsys, "--vanished")] == [gone["number"]]


@pytest.mark.usefixtures("added")
def test_parted_mentions_become_an_action_of_their_own_and_link_joins_them_again(capsys: Capture) -> None:
    one = next(one for one in actions(capsys) if len(list(one["mentions"])) > 1)  # type: ignore[call-overload]
    number, mentions = str(one["number"]), list(one["mentions"])  # type: ignore[call-overload]
    printed(capsys, "action", "unlink", number, mentions[-1]["key"])
    apart = {one["number"]: len(list(one["mentions"])) for one in actions(capsys)}  # type: ignore[call-overload]
    assert apart[number] == len(mentions) - 1
    (new,) = set(apart) - {f"A{n}" for n in range(1, 7)}
    printed(capsys, "action", "link", number, str(new))
    joined = {one["number"]: len(list(one["mentions"])) for one in actions(capsys)}  # type: ignore[call-overload]
    assert joined == {**{n: c for n, c in apart.items() if n != new}, number: len(mentions)}


@pytest.mark.usefixtures("added")
def test_search_finds_words_in_any_form_with_their_page(capsys: Capture) -> None:
    hits = json.loads(printed(capsys, "search", "call backs", "--in", "actions", "--format", "json"))
    assert hits
    assert all(hit["kind"] == "action" and hit["page"] for hit in hits)
    assert json.loads(printed(capsys, "search", 'NEAR( "x', "--format", "json")) == []


@pytest.mark.usefixtures("added")
def test_a_meeting_is_shown_by_its_key(capsys: Capture) -> None:
    assert printed(capsys, "show", MARCH[:-3]) == printed(capsys, "show", NOTES[0])


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize(
    ("argv", "code", "told"),
    [
        (("action", "close", "A99"), 2, "A99: no such action"),
        (("action", "show", "zzz"), 2, "zzz: no such action"),
        (("action", "close", "A1", "--on", "soon"), 2, "is no date"),
        (("action", "due", "A1", "31/12/2024"), 2, "is no date"),
        (("action", "close", "A1", "--on", "2999-01-01"), 2, "is yet to come"),
        (("action", "link", "A1", "A1"), 2, "is A1 already"),
        (("action", "unlink", "A1", "nowhere"), 2, "no meeting that mentions A1"),
        (("undo",), 2, "there is no change to take back"),
        (("actions", "--due-before", "2024"), 2, "is no date"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(
    argv: tuple[str, ...], code: int, told: str, capsys: Capture
) -> None:
    before = printed(capsys, "actions", "--format", "json")
    assert told in failed(capsys, code, *argv)
    assert printed(capsys, "actions", "--format", "json") == before


def test_what_is_no_minutes_is_not_recorded(tmp_path: Path, register: Path, capsys: Capture) -> None:
    recipe = tmp_path / "recipe.txt"
    recipe.write_text("Take two eggs and a pound of flour. Stir until it thickens, then bake.\n", encoding="utf-8")
    assert "no minutes" in failed(capsys, 3, "add", str(recipe))
    assert "an agenda, no minutes" in failed(capsys, 3, "add", str(FIXTURES / "marlow-fold-agenda-2025-03.docx"))
    assert json.loads(printed(capsys, "meetings", "--format", "json")) == []


def test_a_folder_is_taken_whole(tmp_path: Path, capsys: Capture) -> None:
    inner = tmp_path / "notes" / "2024"
    inner.mkdir(parents=True)
    for note in NOTES:
        shutil.copy(note, inner)
    (inner / "list.csv").write_text("a,b\n", encoding="utf-8")
    assert len(printed(capsys, "add", str(tmp_path / "notes")).splitlines()) == 3
    assert len(json.loads(printed(capsys, "meetings", "--format", "json"))) == 3


def test_a_copy_that_is_kept_is_the_document_itself(register: Path, capsys: Capture) -> None:
    printed(capsys, "add", "--keep-copy", NOTES[0])
    with contextlib.closing(sqlite3.connect(register)) as connection:
        ((copy,),) = connection.execute("SELECT copy FROM version")
    assert zlib.decompress(copy) == Path(NOTES[0]).read_bytes()


@pytest.mark.usefixtures("added")
def test_doubtful_links_are_data_too(capsys: Capture) -> None:
    assert json.loads(printed(capsys, "actions", "--review", "--format", "json")) == []
    assert "doubts are no actions" in failed(capsys, 2, "actions", "--review", "--format", "todo.txt")


def test_a_change_makes_no_register(register: Path, capsys: Capture) -> None:
    assert "no register there yet" in failed(capsys, 2, "action", "close", "A1")
    assert not register.exists()

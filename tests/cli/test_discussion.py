"""`minutes exchanges` and `minutes commitments` on a note that ships."""

import csv
import io
import json
from pathlib import Path

import pytest

from minutes_cli.cli import main

Capture = pytest.CaptureFixture[str]
NOTES = str(Path(__file__).parents[2] / "fixtures" / "harrowvale-pcc-2024-03.pdf")


def printed(capsys: Capture, *argv: str) -> str:
    assert main(list(argv)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_the_dialogue_stands_under_its_items_with_its_pages(capsys: Capture) -> None:
    lines = [" ".join(line.split()) for line in printed(capsys, "exchanges", NOTES).splitlines()]
    at = lines.index("2.2 Answering calls at night")
    dialogue = " ".join(lines[at:])
    assert "? PCC The PCC sought clarity on why" in dialogue
    assert "↳ GFM GFM said that a longer call-back would cost about £18,000 a year. p. 2" in dialogue


def test_exchanges_as_json_say_who_asked_and_what_answers_it(capsys: Capture) -> None:
    found = json.loads(printed(capsys, "exchanges", NOTES, "--format", "json"))
    question = next(one for one in found if one["kind"] == "question")
    assert question["speaker"] == {"as_written": "The PCC", "name": "Edith Larkwood"}
    assert question["said"]["date"] == "2024-03-06"
    answers = [one["id"] for one in found if one["answers"] == question["id"]]
    assert question["answered_by"] == answers
    assert answers


@pytest.mark.parametrize("who", ["CC", "marian holt", "Holt"])
def test_exchanges_of_one_speaker_include_what_she_said(who: str, capsys: Capture) -> None:
    found = json.loads(printed(capsys, "exchanges", NOTES, "--speaker", who, "--format", "json"))
    assert {one["speaker"]["name"] for one in found} == {"Marian Holt"}
    assert "She" in {one["speaker"]["as_written"] for one in found}


def test_only_questions_and_only_those_without_an_answer(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(
        "Meeting of the Board\n4 May 2023\n\nPresent: Ada Fenn (AF), Bo Larch (BL)\n\n"
        "1. Roads\nAF asked when the road would open. BL said in June.\n\n"
        "2. Paths\nAF asked who would mend the path.\n"
    )
    asked = json.loads(printed(capsys, "exchanges", str(file), "--questions", "--format", "json"))
    assert [one["item"] for one in asked] == ["1", "2"]
    left = json.loads(printed(capsys, "exchanges", str(file), "--unanswered", "--format", "json"))
    assert [one["text"] for one in left] == ["AF asked who would mend the path."]
    assert "not answered" in printed(capsys, "exchanges", str(file))
    assert printed(capsys, "exchanges", str(file), "--speaker", "Nobody") == "No such exchanges.\n"


def test_commitments_say_by_whom_when_and_whether_an_action_records_them(capsys: Capture) -> None:
    (promise,) = json.loads(printed(capsys, "commitments", NOTES, "--format", "json"))
    assert (promise["by"]["name"], promise["when_text"], promise["when"], promise["action"]) == (
        "Marian Holt",
        "by the end of the week",
        "2024-03-08",
        None,
    )
    assert "no action records it" in printed(capsys, "commitments", "--unrecorded", NOTES)
    assert printed(capsys, "commitments", "--by", "GFM", NOTES) == "No such commitments.\n"


def test_commitments_as_csv_are_safe_rows(capsys: Capture) -> None:
    (row,) = csv.DictReader(io.StringIO(printed(capsys, "commitments", NOTES, "--format", "csv")))
    assert (row["by"], row["item"], row["page"], row["date"]) == ("Marian Holt", "2.2", "2", "2024-03-06")


@pytest.mark.parametrize("command", ["exchanges", "commitments"])
def test_a_file_that_cannot_be_read_is_one_line(command: str, capsys: Capture) -> None:
    assert main([command, "nowhere.pdf"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "minutes: nowhere.pdf: no such file: check the path\n")

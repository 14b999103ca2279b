"""`minutes why`: the words, the rule and the doubts behind a value."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.errors import ExitCode

NOTES = """Minutes of the Housing Panel held on 4 May 2023

Date: 5 May 2023
Present: Ada Fenn (AF), Chair; Bo Larch (BL); Cy Marsh (CM); Carl Moss (CM)

1. Repairs
ACTION: BL to ask for a quote by 12 May.
ACTION: CM to write to the tenants.
"""


@pytest.fixture
def notes(tmp_path: Path) -> str:
    path = tmp_path / "notes.txt"
    path.write_text(NOTES, encoding="utf-8")
    return str(path)


def why(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["why", *arguments])
    printed = capsys.readouterr()
    return code, " ".join(printed.out.split()), printed.err


def test_a_value_shows_its_words_its_rule_and_how_often_that_was_right(
    notes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = why(capsys, notes, "/actions/0/due")
    assert code == ExitCode.DONE
    assert out.startswith("/actions/0/due 2023-05-12 read “12 May” line 7 rule The task's own text names the date")
    assert "action.due.text" in out
    assert "inferred from it" in out
    assert "checked by hand were right" in out
    assert "it hangs on /actions/0/text" in out


def test_what_was_weighed_and_not_taken_is_shown_with_its_rule(notes: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = why(capsys, notes, "/meeting/date")
    assert "ambiguous" in out
    assert "not 2023-05-04 The title holds the date. meeting.date.title" in out


def test_a_name_left_open_shows_who_may_be_meant(notes: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = why(capsys, notes, "/actions/1/owners/0/name")
    assert "/actions/1/owners/0/as_written CM" in out
    assert "not Carl Moss" in out
    assert "Cy Marsh" in out


def test_all_values_below_a_pointer_are_shown_and_its_first_slash_may_be_left_out(
    notes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one = why(capsys, notes, "/actions/0")
    assert why(capsys, notes, "actions/0") == one
    assert {"/actions/0/text", "/actions/0/owners/0/as_written", "/actions/0/state"} <= set(one[1].split())


@pytest.mark.parametrize(
    ("pointer", "told"),
    [
        pytest.param("/meeting/venue", "the document does not say", id="null"),
        pytest.param("/actions/0/id", "not read from words", id="an id"),
    ],
)
def test_a_value_without_words_says_so(notes: str, capsys: pytest.CaptureFixture[str], pointer: str, told: str) -> None:
    code, out, _ = why(capsys, notes, pointer)
    assert (code, told in out) == (ExitCode.DONE, True)


@pytest.mark.parametrize(
    ("pointer", "near"),
    [
        pytest.param("/actions/7", "/actions/0 to /actions/1", id="beyond the list"),
        pytest.param("/meeting/titel", "/meeting/title", id="a slip in a key"),
        pytest.param("actons/0", "/actions", id="a slip in the first key"),
        pytest.param("/meeting/date/year", "/meeting/date", id="below a value"),
        pytest.param("/evidence/0", "/schema_version, /source", id="evidence is no value"),
    ],
)
def test_a_pointer_to_nothing_is_a_usage_error_that_names_the_near_ones(
    notes: str, capsys: pytest.CaptureFixture[str], pointer: str, near: str
) -> None:
    code, out, err = why(capsys, notes, pointer)
    assert (code, out, err.count("\n")) == (ExitCode.USAGE, "", 1)
    assert f"try {near}" in err


def test_json_holds_the_same(notes: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["why", notes, "/meeting/date", "--format", "json"])
    printed = json.loads(capsys.readouterr().out)
    assert (printed["file"], printed["path"]) == ("notes.txt", "/meeting/date")
    reason = printed["reasons"][0]
    assert (reason["value"], reason["grade"], reason["rule"]) == ("2023-05-05", "ambiguous", "meeting.date.label")
    assert reason["places"][0]["quote"] == "5 May 2023"
    assert reason["weighed"] == [
        {"value": "2023-05-04", "rule": "meeting.date.title", "explanation": "The title holds the date."}
    ]
    assert reason["right"] <= reason["cases"]

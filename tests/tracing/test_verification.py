"""Values are proved anew: against the same file all hold, after an edit those do that the edit left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.verification import Check
from minutes_cli.pipeline import trace_bytes
from minutes_cli.tracing.verification import verify
from tests.tracing.documents import DOCUMENTS, NOTES, read


def after(edited: str, notes: str = NOTES) -> dict[str, Check]:
    """Pointer -> check of the values of `notes` against the edited text."""
    original = read(notes).minutes
    found = verify(original, read(edited, profile=original.source.profile))
    return {check.path: check for check in found.checks}


def failing(checks: dict[str, Check]) -> dict[str, tuple[str, str | None]]:
    return {
        path: (check.standing, check.reading)
        for path, check in checks.items()
        if check.standing not in ("holds", "moved")
    }


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_everything_holds_in_the_file_that_was_read(path: Path) -> None:
    reading = trace_bytes(path.read_bytes(), path.name)
    found = verify(reading.minutes, reading)
    assert found.holds
    assert found.same_file
    assert {check.standing for check in found.checks} == {"holds"}
    assert {e.path for e in reading.minutes.evidence} <= {check.path for check in found.checks}


def test_what_an_edit_moves_still_holds() -> None:
    checks = after("DRAFT\n\n" + NOTES)
    assert failing(checks) == {}
    moved = checks["/actions/0/due"]
    assert (moved.standing, moved.line, moved.now_line) == ("moved", 11, 13)


@pytest.mark.parametrize(
    ("old", "new", "path", "standing", "reading"),
    [
        ("28 March 2024", "29 March 2024", "/actions/0/due", "lost", None),
        ("held on 6 March 2024", "held on 16 March 2024", "/meeting/date", "changed", "2024-03-16"),
        ("Cllr Cora Finch", "Cllr Nora Finch", "/attendees/2/name", "lost", None),
        ("Cllr Ben Teal", "Cllr Ben Tealby", "/attendees/1/name", "changed", None),
        ("2. Playground", "3. Playground", "/items/1/number", "lost", None),
        ("RESOLVED: That", "DEFERRED: That", "/decisions/0/outcome", "lost", None),
        ("3 April 2024 at 7.30 pm", "3 April 2024 at 7.45 pm", "/next_meeting/time", "changed", "19:45"),
        (
            "The sign at the bridge is broken again.",
            "The sign at the bridge is mended.",
            "/items/0/paragraphs/0",
            "lost",
            None,
        ),
    ],
)
def test_a_value_that_an_edit_took_away_is_named(
    old: str, new: str, path: str, standing: str, reading: str | None
) -> None:
    assert NOTES.count(old) == 1
    checks = failing(after(NOTES.replace(old, new)))
    assert path in checks
    assert checks[path][0] == standing
    assert reading is None or checks[path][1] == reading
    untouched = ("/meeting/venue", "/meeting/chair", "/attendees/0/name", "/items/2/title")
    assert [one for one in untouched if one in checks] == []


def test_words_that_stand_but_say_something_else_have_changed() -> None:
    swapped = NOTES.replace("Present: Cllr Ann Rowe (Chair), Cllr Ben Teal", "Present: Cllr Ann Rowe (Chair)").replace(
        "Apologies: Cllr Cora Finch", "Apologies: Cllr Cora Finch, Cllr Ben Teal"
    )
    assert failing(after(swapped))["/attendees/1/status"] == ("changed", "apologies")


def test_words_elsewhere_prove_nothing_for_another_entry() -> None:
    notes = NOTES.replace(
        "Action: BT to ask the county for a new sign by 28 March 2024.",
        "Action: Ask the county for a sign. (BT)\nAction: Paint the bench. (AR)",
    )
    swapped = notes.replace("(BT)", "(XX)").replace("(AR)", "(BT)").replace("(XX)", "(AR)")
    owners = {path: outcome for path, outcome in failing(after(swapped, notes)).items() if path.startswith("/actions")}
    assert owners == {
        "/actions/0/owners/0/as_written": ("changed", "AR"),
        "/actions/0/owners/0/name": ("changed", "Ann Rowe"),
        "/actions/1/owners/0/as_written": ("changed", "BT"),
        "/actions/1/owners/0/name": ("changed", "Ben Teal"),
    }


def test_data_that_was_tampered_with_does_not_hold() -> None:
    reading = read()
    data = reading.minutes.model_dump(mode="json", by_alias=True)
    data["meeting"]["date"] = "2024-03-07"
    data["attendees"][1]["name"] = "Ben Tea"
    data["actions"][0]["reference"] = "AP1"
    data["evidence"].append({**data["evidence"][0], "path": "/decisions/7/text"})
    found = verify(Minutes.model_validate(data), reading)
    standings = {check.path: check.standing for check in found.checks if check.standing != "holds"}
    assert standings == {
        "/meeting/date": "changed",
        "/attendees/1/name": "changed",
        "/actions/0/reference": "unproved",
        "/decisions/7/text": "unproved",
    }
    assert not found.holds
    assert sum(found.counts.values()) == len(found.checks)


def test_nothing_holds_in_another_document() -> None:
    found = verify(read().minutes, read("A shopping list\n\nBread\nMilk\n"))
    assert not found.holds
    assert not found.same_file
    assert found.counts["holds"] == found.counts["moved"] == 0


@pytest.mark.parametrize("text", ["", "-\u00ad", "“ ”", "\u0000", "x" * 5000])
def test_odd_quotes_are_lost_and_no_failure(text: str) -> None:
    reading = read()
    odd = [evidence.model_copy(update={"quote": text}) for evidence in reading.minutes.evidence]
    found = verify(reading.minutes.model_copy(update={"evidence": tuple(odd)}), reading)
    assert not found.holds

"""The files for task boards, read back as CSV."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from minutes_cli.exporters.formats import whole
from minutes_cli.model.collection import Collection
from minutes_cli.text.safe import CONTROL, safe
from tests.exporters.generated import collections
from tests.tracking.made_actions import tracked

BOARDS = {"jira": "Summary", "trello": "Card Name", "planner": "Task Name"}
GATE = {"raised": "2024-03-06", "text": "Mend the gate.", "owners": ["Ann Lee", "Bo Fry"], "due": "2024-06-18"}
TOLD = "Mend the gate.\nOwner: Ann Lee, Bo Fry\nRaised: Council, 6 Mar 2024\n“Mend the gate.”"


def rows(form: str, collection: Collection) -> list[dict[str, str]]:
    stream = io.BytesIO()
    whole(form).write(collection, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))


def row(form: str, **given: Any) -> dict[str, str]:
    (found,) = rows(form, Collection(actions=(tracked({**GATE, **given}),)))
    return {name: cell for name, cell in found.items() if not re.fullmatch(r"[0-9a-f-]{36}", cell)}


def test_an_issue_of_jira() -> None:
    assert row("jira") == {
        "Summary": "Mend the gate.",
        "Issue Type": "Task",
        "Status": "To Do",
        "Resolution": "",
        "Assignee": "Ann Lee",
        "Due Date": "2024-06-18",
        "Created": "2024-03-06",
        "Description": TOLD,
        "Labels": "",
    }


def test_each_label_of_an_issue_has_a_column_of_its_own() -> None:
    gate = tracked(GATE).model_copy(update={"pillars": ("Public Realm", "Safety"), "tags": ("budget",)})
    stream = io.BytesIO()
    whole("jira").write(Collection(actions=(gate, tracked(GATE, 1))), stream)
    head, first, second = csv.reader(io.StringIO(stream.getvalue().decode(), newline=""))
    assert head[-4:] == ["External Issue ID", "Labels", "Labels", "Labels"]
    assert first[-3:] == ["Public_Realm", "Safety", "budget"]
    assert second[-3:] == ["", "", ""]


def test_a_card_of_trello() -> None:
    assert row("trello", number="A17") == {
        "Card Name": "A17 Mend the gate.",
        "Card Description": TOLD,
        "Labels": "",
        "Members": "Ann Lee, Bo Fry",
        "Due Date": "2024-06-18",
        "List Name": "To Do",
        "Board Name": "Council",
        "Start Date": "2024-03-06",
        "Due Complete": "false",
    }


def test_a_task_of_planner() -> None:
    assert row("planner", state="closed", then=["2024-04-09 closed"]) == {
        "Task Name": "Mend the gate.",
        "Bucket Name": "Council",
        "Progress": "Completed",
        "Assigned To": "Ann Lee;Bo Fry",
        "Created Date": "2024-03-06",
        "Due date": "2024-06-18",
        "Completed Date": "2024-04-09",
        "Labels": "",
        "Description": TOLD.replace("\n“", "\nState: closed\n“"),
    }


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("open", ("To Do", "", "To Do", "Not started")),
        ("in_progress", ("In Progress", "", "Doing", "In progress")),
        ("proposed", ("In Progress", "", "Doing", "In progress")),
        ("closed", ("Done", "Done", "Done", "Completed")),
        ("withdrawn", ("Done", "Won't Do", "Done", "Completed")),
        ("superseded", ("Done", "Won't Do", "Done", "Completed")),
    ],
)
def test_the_state_in_the_words_of_each_board(state: str, expected: tuple[str, ...]) -> None:
    jira = row("jira", state=state)
    found = (jira["Status"], jira["Resolution"], row("trello", state=state)["List Name"])
    assert (*found, row("planner", state=state)["Progress"]) == expected


def assert_same(form: str, collection: Collection) -> None:
    """Every action is a row with all its words, and no cell is a formula."""
    found = rows(form, collection)
    assert len(found) == len(collection.actions)
    for cells, action in zip(found, collection.actions, strict=True):
        assert safe(action.text) in "\n".join(cells.values())
        assert len(cells[BOARDS[form]]) <= 16385
        for cell in cells.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert CONTROL.search(cell.replace("\n", "").replace("\t", "")) is None


@pytest.mark.parametrize("form", BOARDS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_every_action_is_a_row_with_all_its_words_and_no_formula(form: str, collection: Collection) -> None:
    assert_same(form, collection)


def test_a_name_that_is_too_long_for_the_board_is_cut_and_stands_whole_in_the_description() -> None:
    long = "very " * 100
    for form, most in (("jira", 255), ("planner", 255)):
        cells = row(form, text=long)
        assert len(cells[BOARDS[form]]) <= most
        assert long.strip() in cells["Description"]

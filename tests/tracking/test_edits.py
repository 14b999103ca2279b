"""What edited rows of an action log make of an action."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from minutes_cli.model.action_log import HEADS, cells_of
from minutes_cli.model.tracking import TrackedAction
from minutes_cli.text.cells import marked
from minutes_cli.tracking.edits import Edit, LogRow, judge, log_row
from tests.tracking.made_actions import tracked


def action(**more: Any) -> TrackedAction:
    row = {
        "raised": "2024-03-06",
        "number": "A17",
        "text": "Mend the gate.",
        "owners": ["Ann Lee"],
        "due": "2024-05-31",
    }
    return tracked({**row, **more})


def row_of(one: TrackedAction, **edited: object) -> dict[str, object]:
    """The cells of an action as they are exported, but for what was edited."""
    cells: dict[str, object] = {"number": one.number, "id": one.id, **cells_of(one), "exported": marked(cells_of(one))}
    return {HEADS[name]: cell for name, cell in {**cells, **edited}.items()}  # type: ignore[index]


def read(cells: dict[str, Any]) -> LogRow:
    """The second row of a log whose cells hold no formulas and no errors."""
    return log_row(2, cells, (), {})


def edits(one: TrackedAction, **edited: object) -> tuple[Edit, ...]:
    verdict = judge(read(row_of(one, **edited)), one)
    assert verdict.refused is None
    return verdict.edits


def refused(one: TrackedAction, **edited: object) -> str:
    verdict = judge(read(row_of(one, **edited)), one)
    assert verdict.edits == ()
    return verdict.refused or ""


def test_a_row_that_nobody_touched_changes_nothing() -> None:
    note = {"date": "2024-04-01", "kind": "note", "value": "one\ntwo  three"}
    for one in (action(), action(owners=[], due=None), action(state="in_progress"), action(changes=[note])):
        assert edits(one) == ()
        assert edits(one, exported=None) == ()


@pytest.mark.parametrize(
    ("edited", "expected"),
    [
        ({"state": "closed"}, Edit("close")),
        ({"state": " Done "}, Edit("close")),
        ({"owners": "Bo Tarn"}, Edit("assign", "Bo Tarn")),
        ({"owners": "Bo Tarn;\nCy Marsh"}, Edit("assign", "Bo Tarn, Cy Marsh")),
        ({"due": datetime.datetime(2024, 6, 28)}, Edit("due", "2024-06-28")),
        ({"due": "2024-06-28"}, Edit("due", "2024-06-28")),
        ({"due": "28 June 2024"}, Edit("due", "2024-06-28")),
        ({"note": "The hinge came."}, Edit("note", "The hinge came.")),
    ],
)
def test_an_edited_cell_is_a_change(edited: dict[str, object], expected: Edit) -> None:
    assert edits(action(), **edited) == (expected,)


def test_what_ended_is_opened_again() -> None:
    assert edits(action(state="closed"), state="open") == (Edit("reopen"),)
    assert edits(action(state="withdrawn"), state="open") == (Edit("reopen"),)


def test_several_cells_are_several_changes_and_the_note_belongs_to_the_first() -> None:
    found = edits(action(), state="closed", due=datetime.date(2024, 6, 28), note="late")
    assert found == (Edit("close", note="late"), Edit("due", "2024-06-28"))


@pytest.mark.parametrize(
    ("edited", "reason"),
    [
        ({"state": "in progress"}, "State is “in progress”"),
        ({"state": None}, "State is empty"),
        ({"owners": " ; "}, "Owner is empty"),
        ({"due": None}, "Due is empty"),
        ({"due": "soon"}, "Due is “soon”, no date"),
        ({"due": "03/04/2024"}, "no date such as 2024-06-28"),
        ({"due": 45444.5}, "Due is the number 45444.5: write a date"),
        ({"text": "Mend the fence."}, "its words are not those of the action"),
        ({"text": None}, "its words are not those of the action"),
        ({"state": "closed", "due": "soon"}, "Due is “soon”"),
    ],
)
def test_a_cell_that_cannot_be_read_refuses_the_row_whole(edited: dict[str, object], reason: str) -> None:
    assert reason in refused(action(), **edited)


def test_a_column_that_was_deleted_was_not_edited() -> None:
    cells = row_of(action(), state="closed")
    del cells["Owner"], cells["Due"], cells["Note"]
    assert judge(read(cells), action()).edits == (Edit("close"),)


def test_a_note_is_added_once_and_never_taken_away() -> None:
    one = action(changes=[{"date": "2024-04-01", "kind": "note", "value": "first"}])
    assert edits(one, note="second") == (Edit("note", "second"),)
    two = action(
        changes=[{"date": f"2024-04-0{n}", "kind": "note", "value": text} for n, text in ((1, "first"), (2, "b"))]
    )
    assert edits(two, note="first") == ()
    assert "a note cannot be taken away" in refused(one, note=None)


def test_what_the_register_learnt_since_the_export_stays_where_the_row_was_not_touched() -> None:
    then, now = action(), action(due="2024-07-31", owners=["Bo Tarn"])
    row = row_of(then, state="closed")
    assert judge(read(row), now).edits == (Edit("close"),)


def test_what_was_changed_on_both_sides_is_refused_unless_it_is_the_same() -> None:
    then, now = action(), action(due="2024-07-31")
    both = judge(read(row_of(then, due="2024-06-28")), now)
    assert both.refused == "Due was changed in the register too, to 2024-07-31"
    assert judge(read(row_of(then, due="2024-07-31")), now).edits == ()


def test_the_same_number_in_another_register_is_another_action() -> None:
    here = action(text="Paint the door.").model_copy(update={"id": "other"})
    assert judge(read(row_of(action())), here).refused == "A17 is another action in this register"


def test_an_action_that_a_corrected_version_reworded_is_still_the_same() -> None:
    now = action(text="Mend the garden gate.")
    assert judge(read(row_of(action(), state="closed")), now).edits == (Edit("close"),)

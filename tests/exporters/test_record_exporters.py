import csv
import io
import json

import pytest

from minutes_cli.exporters.records import RECORD_EXPORTERS, write_records
from minutes_cli.exporters.records.attendance import attendance_table
from minutes_cli.exporters.records.tables import ACTIONS
from minutes_cli.model.minutes import Party
from minutes_cli.model.records import Seat
from minutes_cli.model.tracking import Sitting, TrackedAction
from minutes_cli.tracking.attendance import matrices


def action(text: str = "Mend the gate.", **more: object) -> TrackedAction:
    raised = Sitting(meeting="Meeting", date="2022-11-02", file="a.pdf")
    return TrackedAction.model_validate({"id": "a1", "text": text, "raised": raised, **more})


def written(name: str, *actions: TrackedAction) -> str:
    stream = io.BytesIO()
    write_records(actions, ACTIONS, stream, name)
    return stream.getvalue().decode()


@pytest.mark.parametrize("name", RECORD_EXPORTERS)
def test_no_actions_can_be_written(name: str) -> None:
    assert "Mend" not in written(name)


def test_json_is_an_array_with_the_keys_scripts_rely_on() -> None:
    (found,) = json.loads(written("json", action()))
    expected = ["id", "text", "owners", "due", "due_original", "state", "item", "pillars", "raised", "mentions"]
    assert set(expected) <= set(found)
    assert found["raised"].items() >= {"meeting": "Meeting", "date": "2022-11-02", "file": "a.pdf"}.items()
    assert json.loads(written("json")) == []


def test_json_lines_has_one_action_a_line() -> None:
    assert [json.loads(line)["text"] for line in written("jsonl", action("One."), action("Two.")).splitlines()] == [
        "One.",
        "Two.",
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("- write to the school", "'- write to the school"),
        ("@all", "'@all"),
        ("\tindented", "' indented"),
        ("\rreturn", "' return"),
        ("plain = text", "plain = text"),
        ('a "quoted", split\nline', 'a "quoted", split line'),
        ("\x1b[2J", "\\x1b[2J"),
    ],
)
def test_csv_cells_cannot_become_formulas(text: str, cell: str) -> None:
    header, row = csv.reader(io.StringIO(written("csv", action(text))))
    assert dict(zip(header, row, strict=True))["text"] == cell


def test_csv_joins_what_is_several() -> None:
    owners = (Party(as_written="NN", name="Natasha Noor"), Party(as_written="Clerk"))
    header, row = csv.reader(io.StringIO(written("csv", action(owners=owners, due_text="soon", pillars=("A", "B")))))
    cells = dict(zip(header, row, strict=True))
    assert (cells["owners"], cells["pillars"]) == ("Natasha Noor; Clerk", "A; B")


def test_csv_keeps_a_term_without_a_date_out_of_the_dates() -> None:
    header, row = csv.reader(io.StringIO(written("csv", action(due_text="soon"))))
    cells = dict(zip(header, row, strict=True))
    assert (cells["due"], cells["due_text"]) == ("", "soon")


def test_markdown_cells_cannot_break_the_table_or_carry_markup() -> None:
    row = written("markdown", action("a | b <script> [x](y) *z*")).splitlines()[2]
    assert row.startswith(r"| open | a \| b \<script\> \[x\](y) \*z\* |")


def test_a_file_that_heads_a_column_is_as_harmless_as_a_cell() -> None:
    sitting = Sitting(meeting="Council", file="=cmd|x.pdf")
    found = matrices([Seat(sitting=sitting, name="Ann Lee", status="present")])
    table = attendance_table(found)
    for name, harmless in (("csv", ",'=cmd|x.pdf"), ("markdown", "| =cmd\\|x.pdf |")):
        stream = io.BytesIO()
        write_records(found[0].people, table, stream, name)
        assert harmless in stream.getvalue().decode().splitlines()[0]

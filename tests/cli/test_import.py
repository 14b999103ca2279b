"""`minutes import`: a workbook goes out, is edited as people do it, and comes back."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from minutes_cli.cli import main
from minutes_cli.model.tracking import TrackedAction
from minutes_cli.store.database import opened
from minutes_cli.store.saving import save
from tests.store.made import actions_in, addition, minutes

Capture = pytest.CaptureFixture[str]
Edited = Callable[[Callable[[Worksheet], None]], str]

_TASKS = [
    {"text": "Mend the gate.", "owners": ["Ann Rowe"], "due": "2021-02-01"},
    {"text": "Write to the county about the bus.", "owners": ["Bo Tarn"]},
    {"text": "=Order(salt)", "owners": ["Clerk"]},
]


@pytest.fixture
def sheet(register: Path, tmp_path: Path, capsys: Capture) -> Edited:
    """A register with three actions; its workbook, edited, under the path that this returns."""
    with opened(register, write=True) as connection:
        save(connection, addition(minutes(5, _TASKS)))
    path = str(tmp_path / "actions.xlsx")
    assert main(["export", "--to", "xlsx", "-o", path]) == 0

    def edit(change: Callable[[Worksheet], None]) -> str:
        book = load_workbook(path)
        change(book["Actions"])
        book.save(path)
        return path

    capsys.readouterr()
    return edit


def held(register: Path) -> list[TrackedAction]:
    with opened(register) as connection:
        return actions_in(connection)


def cell(page: Worksheet, row: int, head: str, value: object) -> None:
    heads = [one.value for one in page[1]]
    page.cell(row, heads.index(head) + 1).value = value  # type: ignore[assignment]


def test_a_workbook_that_nobody_touched_changes_nothing(sheet: Edited, register: Path, capsys: Capture) -> None:
    before = held(register)
    assert main(["import", sheet(lambda page: None)]) == 0
    assert capsys.readouterr().out == "0 actions changed, 3 unchanged, 0 refused\n"
    assert held(register) == before


def test_edited_cells_become_dated_changes_in_the_register(sheet: Edited, register: Path, capsys: Capture) -> None:
    def edit(page: Worksheet) -> None:
        cell(page, 2, "State", "closed")
        cell(page, 2, "Note", "mended on 3 February")
        cell(page, 3, "Owner", "Cy Marsh; Di Weld")
        cell(page, 4, "Due", datetime.datetime(2021, 3, 1))

    path = sheet(edit)
    assert main(["import", path, "--by", "joss", "--on", "2021-02-10"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "row 2  A1  closed “mended on 3 February”",
        "row 3  A2  given to Cy Marsh, Di Weld",
        "row 4  A3  due 2021-03-01",
        "3 actions changed, 0 unchanged, 0 refused",
    ]
    gate, bus, salt = held(register)
    assert gate.state == "closed"
    assert [owner.as_written for owner in bus.owners] == ["Cy Marsh", "Di Weld"]
    assert salt.due == "2021-03-01"
    (change,) = gate.changes
    assert (change.kind, change.on, change.who, change.note) == ("close", "2021-02-10", "joss", "mended on 3 February")
    # the same file again
    assert main(["import", path]) == 0
    assert capsys.readouterr().out == "0 actions changed, 3 unchanged, 0 refused\n"
    assert held(register) == [gate, bus, salt]


def test_a_dry_run_tells_and_changes_nothing(sheet: Edited, register: Path, capsys: Capture) -> None:
    before = held(register)
    assert main(["import", "--dry-run", sheet(lambda page: cell(page, 3, "State", "done"))]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "row 3  A2  closed",
        "1 action would change, 2 unchanged, 0 refused",
    ]
    assert held(register) == before


def test_rows_are_refused_one_by_one_and_all_others_are_taken(sheet: Edited, register: Path, capsys: Capture) -> None:
    def edit(page: Worksheet) -> None:
        cell(page, 2, "Due", "some day")
        cell(page, 3, "State", "closed")
        page.append(["A99", "open", "Nobody knows this."])
        page.append([None, "open", "A new one."])
        page.append([page.cell(3, column).value for column in range(1, page.max_column + 1)])

    path = sheet(edit)
    assert main(["import", path]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == ["row 3  A2  closed", "1 action changed, 1 unchanged, 4 refused"]
    assert err.splitlines() == [
        f"minutes: {path}: row 2 refused: Due is “some day”, no date such as 2024-06-28",
        f"minutes: {path}: row 5 refused: A99: no such action",
        f"minutes: {path}: row 6 refused: it has neither number nor id: actions come from minutes",
        f"minutes: {path}: row 7 refused: A2 stands in row 3 too",
    ]
    assert [one.state for one in held(register)] == ["open", "closed", "open"]


def test_rows_may_be_sorted_and_columns_moved_or_deleted(sheet: Edited, register: Path, capsys: Capture) -> None:
    def edit(page: Worksheet) -> None:
        rows = [[one.value for one in row] for row in page.iter_rows()]
        heads = rows[0]
        kept = [heads.index(name) for name in ("Note", "Action", "State", "No.")]
        page.delete_rows(1, page.max_row)
        for row in (rows[0], *reversed(rows[1:])):
            page.append([row[place] for place in kept])
            page.cell(page.max_row, 2).data_type = "s"  # openpyxl takes a text with = in front for a formula
        cell(page, 2, "State", "closed")

    assert main(["import", sheet(edit)]) == 0
    assert capsys.readouterr().out.startswith("row 2  A3  closed\n")


@pytest.mark.parametrize(
    ("head", "value", "form", "reason"),
    [
        ("Note", "=A1&B1", "General", "Note is a formula without a result: "),
        ("State", "=A1&B1", "General", "State is a formula without a result: "),
        ("Note", "#NAME?", "General", "Note is #NAME?, an error of the spreadsheet"),
        ("Due", 12345, "General", "Due is the number 12345: write a date, such as 2024-06-28"),
        ("Due", 20240628, "0", "Due is the number 20240628: write a date"),
        ("Due", 12345, "d mmm yyyy", "Due is 1933-10-18, before it was raised on 2021-01-06"),
        ("Due", None, "General", "Due is empty"),
        ("State", None, "General", "State is empty: people can set “open” and “closed”, the rest minutes say"),
        ("Owner", 12, "General", "Owner is “12”, no name"),
    ],
)
def test_a_cell_that_says_nothing_sure_is_refused_with_its_row(
    head: str, value: object, form: str, reason: str, sheet: Edited, register: Path, capsys: Capture
) -> None:
    def edit(page: Worksheet) -> None:
        cell(page, 2, head, value)
        page.cell(2, [one.value for one in page[1]].index(head) + 1).number_format = form

    before, path = held(register), sheet(edit)
    assert main(["import", path]) == 1
    out, err = capsys.readouterr()
    assert out == "0 actions changed, 2 unchanged, 1 refused\n"
    assert f"row 2 refused: {reason}" in err
    assert held(register) == before


@pytest.mark.parametrize(
    ("value", "form", "due"),
    [(44256, "d mmm yyyy", "2021-03-01"), ("1 March 2021", "General", "2021-03-01"), ("20210301", "@", "2021-03-01")],
)
def test_a_due_date_is_a_cell_that_shows_a_date_or_a_date_in_text(
    value: object, form: str, due: str, sheet: Edited, register: Path
) -> None:
    def edit(page: Worksheet) -> None:
        cell(page, 3, "Due", value)
        page.cell(3, [one.value for one in page[1]].index("Due") + 1).number_format = form

    assert main(["import", sheet(edit)]) == 0
    assert held(register)[1].due == due


def test_the_result_of_a_formula_is_taken_and_said_to_be_one(sheet: Edited, register: Path, capsys: Capture) -> None:
    path = sheet(lambda page: cell(page, 2, "Note", "=1+1"))
    with_result(path, "<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>")
    assert main(["import", path]) == 0
    assert capsys.readouterr().out.startswith("row 2  A1  note “2” (the result of a formula: Note)\n")
    assert held(register)[0].changes[-1].value == "2"


def with_result(path: str, written: str, reckoned: str) -> None:
    """Put into a workbook what a spreadsheet would have reckoned."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheets = [name for name, content in parts.items() if written.encode() in content]
    assert len(sheets) == 1
    parts[sheets[0]] = parts[sheets[0]].replace(written.encode(), reckoned.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_of_a_long_note_the_beginning_is_told_and_all_of_it_kept(
    sheet: Edited, register: Path, capsys: Capture
) -> None:
    note = "The county rang. " * 600
    assert main(["import", sheet(lambda page: cell(page, 2, "Note", note))]) == 0
    assert main(["log"]) == 0
    out, _ = capsys.readouterr()
    assert len(out) < 1200
    assert out.count("(10,199 characters)") == 2
    assert main(["log", "--format", "json"]) == 0
    assert note.strip() in capsys.readouterr().out


def test_a_column_that_is_gone_is_told(sheet: Edited, capsys: Capture) -> None:
    assert main(["import", sheet(lambda page: cell(page, 1, "State", "Status"))]) == 0
    assert "the sheet Actions has no column State: what stood there stays as it is" in capsys.readouterr().err


def test_undo_takes_a_whole_import_back_and_tells_what(sheet: Edited, register: Path, capsys: Capture) -> None:
    assert main(["action", "note", "A3", "before the import", "--by", "ann"]) == 0
    before = held(register)

    def edit(page: Worksheet) -> None:
        cell(page, 2, "State", "closed")
        cell(page, 3, "Owner", "Cy Marsh")
        cell(page, 3, "Due", datetime.datetime(2021, 3, 1))
        cell(page, 4, "Note", "in the post")

    assert main(["import", sheet(edit), "--by", "joss"]) == 0
    assert held(register) != before
    capsys.readouterr()
    assert main(["undo", "--by", "ann"]) == 0
    out, _ = capsys.readouterr()
    for said in ("close A1", "assign A2 Cy Marsh", "due A2 2021-03-01", "note A3 in the post", "4 changes taken back"):
        assert said in out
    assert "before the import" not in out
    assert held(register) == before
    # again takes back the change before, by itself
    assert main(["undo", "--by", "ann"]) == 0
    assert "before the import" in capsys.readouterr().out
    assert [one.changes for one in held(register)] == [(), (), ()]


def written(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _other_sheet() -> bytes:
    return written(Workbook())


def _other_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    return stream.getvalue()


def _other_heads() -> bytes:
    book = Workbook()
    book.create_sheet("Actions").append(["Task", "Who"])
    return written(book)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lambda: b"", "is empty: `minutes export --register --to xlsx"),
        (lambda: b"# Notes\n", "is no workbook: `minutes export --register --to xlsx"),
        (lambda: _other_sheet()[:900], "is damaged or incomplete (broken zip): open it in a spreadsheet"),
        (_other_zip, "is no workbook"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted, or of an old Excel"),
        (_other_sheet, "has no sheet Actions (it has Sheet): call it Actions again"),
        (_other_heads, "has no column Action"),
    ],
)
def test_what_is_no_action_log_is_refused_in_one_line(
    content: Callable[[], bytes], reason: str, sheet: Edited, capsys: Capture
) -> None:
    path = sheet(lambda page: None)
    Path(path).write_bytes(content())
    assert main(["import", path]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"minutes: {path}: ")
    assert reason in err
    assert err.count("\n") == 1


def test_without_a_register_or_a_file_there_is_nothing_to_do(tmp_path: Path, capsys: Capture) -> None:
    assert main(["import", str(tmp_path / "nowhere.xlsx")]) == 2
    assert "no such file" in capsys.readouterr().err

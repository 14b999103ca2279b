"""The workbook, read back by openpyxl."""

from __future__ import annotations

import datetime
import io
import zipfile

from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from minutes_cli.exporters import xlsx
from minutes_cli.exporters.xlsx.rows import rows_of
from minutes_cli.exporters.xlsx.sheets import SHEETS
from minutes_cli.model.action_log import HEADS, SHEET
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Item, Minutes
from minutes_cli.readers.options import Limits
from minutes_cli.readers.workbook import read_sheet
from minutes_cli.text.cells import MOST, as_cell
from minutes_cli.tracking.edits import Verdict, judge, log_row
from minutes_cli.tracking.follow import follow
from tests.exporters.generated import collections


def written(collection: Collection) -> bytes:
    stream = io.BytesIO()
    xlsx.write(collection, stream)
    return stream.getvalue()


def opened(collection: Collection) -> Workbook:
    return load_workbook(io.BytesIO(written(collection)))


def plain(cell: object) -> object:
    """A typed cell as the tables hold it; Excel has no days before its calendar begins, those are text."""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return f"{cell:%H:%M}" if isinstance(cell, datetime.time) else cell


def column(page: Worksheet, head: str) -> list[object]:
    heads = [cell.value for cell in page[1]]
    return [row[heads.index(head)] for row in page.iter_rows(min_row=2, values_only=True)]


def assert_same(collection: Collection) -> None:
    """Every cell is there as text or with its type, and none is a formula or link."""
    book = opened(collection)
    assert book.sheetnames == [sheet.title for sheet in SHEETS]
    for sheet in SHEETS:
        page = book[sheet.title]
        found = [tuple(plain(cell.value) for cell in row) for row in page.iter_rows(min_row=2)]
        expected = [
            tuple(as_cell(cell) if isinstance(cell, str) else cell for cell in row)
            for row in rows_of(collection, sheet)
        ]
        assert found == expected
        assert all(cell.data_type != "f" and cell.hyperlink is None for row in page.iter_rows() for cell in row)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_every_cell_is_there_as_text_or_with_its_type_and_none_is_a_formula_or_link(collection: Collection) -> None:
    assert_same(collection)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_an_action_log_that_nobody_touched_changes_nothing_whatever_its_texts_are(collection: Collection) -> None:
    rows = read_sheet(written(collection), "log.xlsx", SHEET, HEADS.values(), HEADS["text"], Limits())
    found = [log_row(number, cells, (), {}) for number, cells in rows]
    assert [row.id for row in found] == [action.id for action in collection.actions]
    assert {judge(row, one) for row, one in zip(found, collection.actions, strict=True)} <= {Verdict()}


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_the_same_data_gives_the_same_file_without_links(collection: Collection) -> None:
    content = written(collection)
    assert content == written(collection)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if name.endswith(".rels") and "worksheets" in name]


def test_dates_are_dates_heads_stay_and_rows_can_be_filtered(wrenshire: Minutes) -> None:
    book = opened(Collection(meetings=(wrenshire,), actions=tuple(follow([wrenshire]))))
    assert column(book["Meetings"], "Date") == [datetime.datetime(2022, 11, 2)]
    assert column(book["Meetings"], "From") == [datetime.time(14, 30)]
    assert column(book["Actions"], "Due") == [datetime.datetime(2022, 11, 29), None, None]
    for page in book.worksheets:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions or page.max_row == 1
        assert page.page_setup.orientation == "landscape"
        assert page.print_title_rows == "$1:$1"


def test_people_see_titles_and_numbers_where_the_tables_have_ids(wrenshire: Minutes) -> None:
    book = opened(Collection(meetings=(wrenshire,)))
    assert column(book["Decisions"], "Item") == ["1 Welcome and apologies", "a Car park", None, "a Car park"]
    assert set(column(book["Decisions"], "Meeting")) == {"Assurance and Accountability Meeting"}
    assert "in attendance" in column(book["Attendance"], "Status")


def test_what_tells_rows_apart_on_the_way_back_is_hidden_and_what_can_be_edited_is_not(wrenshire: Minutes) -> None:
    page = opened(Collection(meetings=(wrenshire,), actions=tuple(follow([wrenshire]))))["Actions"]
    ranges = [(one.min, one.max) for one in page.column_dimensions.values() if one.hidden]
    hidden = {cell.value for cell in page[1] if any(first <= cell.column <= last for first, last in ranges)}
    assert {"Id", "As exported"} <= hidden
    assert not {"State", "Owner", "Due", "Note", "Action"} & hidden


def test_a_text_beyond_what_a_cell_holds_is_cut_and_says_so(wrenshire: Minutes) -> None:
    long = Item(id="i1", title="Long", paragraphs=("\U0001f600" * 20_000,))
    (text,) = column(opened(Collection(meetings=(wrenshire.model_copy(update={"items": (long,)}),)))["Items"], "Text")
    assert isinstance(text, str)
    assert text.endswith("\U0001f600 […]")
    assert len(text.encode("utf-16-le")) // 2 <= MOST


def test_without_meetings_there_are_sheets_with_heads() -> None:
    assert all(page.max_row == 1 for page in opened(Collection()).worksheets)

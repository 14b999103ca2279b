"""Sheets of workbooks that nobody vouches for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
from openpyxl import Workbook

from minutes_cli.errors import CorruptInputError, LimitError, MinutesError, UnsupportedInputError
from minutes_cli.readers.options import Limits
from minutes_cli.readers.workbook import Cell, Formula, read_sheet

_SHEET = "xl/worksheets/sheet1.xml"


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    book.active.title = "Log"
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == part else content)
    return stream.getvalue()


def read(data: bytes) -> list[tuple[int, Mapping[str, Cell]]]:
    return list(read_sheet(data, "log.xlsx", "Log", ("Task", "Who"), "Task", Limits(inflated_bytes=20_000_000)))


GOOD = workbook(("Who", "Else", "Task"), ("Ann", 1, "Mend"), (None, None, None), ("Bo", 2))


def test_rows_are_known_by_their_heads_and_numbers_and_empty_ones_left_out() -> None:
    assert read(GOOD) == [(2, {"Who": "Ann", "Task": "Mend"}), (4, {"Who": "Bo", "Task": None})]


def test_of_two_columns_with_one_head_the_first_counts() -> None:
    assert read(workbook(("Task", "Task"), ("a", "b"))) == [(2, {"Task": "a"})]


def test_a_formula_is_what_it_gave_when_the_workbook_was_saved() -> None:
    # openpyxl saves none
    assert read(workbook(("Task", "Who"), ("Mend", "=1+1"))) == [(2, {"Task": "Mend", "Who": Formula(None)})]


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"no workbook", UnsupportedInputError, "is no workbook"),
        (with_part(GOOD, _SHEET, lambda content: b"junk"), CorruptInputError, "damaged"),
        (with_part(GOOD, _SHEET, lambda content: content + b" " * 30_000_000), LimitError, "unpacks to more"),
        (
            with_part(
                GOOD, _SHEET, lambda content: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + content
            ),
            CorruptInputError,
            "document type declaration",
        ),
        (workbook(), UnsupportedInputError, "has no column Task"),
        (workbook((None,), ("Task",)), UnsupportedInputError, "has no column Task"),
        (with_part(GOOD, "xl/workbook.xml", lambda content: content.replace(b'"Log"', b'"Logs"')), MinutesError, "Log"),
    ],
    ids=["no zip", "no XML", "bomb", "entities", "empty", "head elsewhere", "another sheet"],
)
def test_what_cannot_be_read_is_refused(data: bytes, error: type[MinutesError], reason: str) -> None:
    with pytest.raises(error, match=reason):
        read(data)


def test_a_cell_far_away_is_left_out_and_costs_nothing() -> None:
    far = b'<row r="999999999"><c r="XFD999999999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    assert read(with_part(GOOD, _SHEET, lambda content: content.replace(b"</sheetData>", far))) == read(GOOD)

"""Broken and hostile PDFs are read as far as they go or refused; nothing else happens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.errors import LimitError, MinutesError
from minutes_cli.model.document import Document, Paragraph
from minutes_cli.readers.options import Limits, Options
from minutes_cli.readers.pdf import read
from minutes_cli.readers.pdf.grid import find_grids
from minutes_cli.readers.pdf.page import Ruling
from tests.readers.pdf_pages import Sheet


def _good() -> bytes:
    sheet = Sheet(pageCompression=0).lines("Minutes of the board", "• Apologies")
    sheet.table((72, 200, 400), 150, [["Name", "Office"], ["Ann", "Clerk"]]).page()
    return sheet.lines("Closed at nine.").data()


GOOD = _good()


def _check(document: Document) -> None:
    for paragraph in document.paragraphs():
        assert paragraph.lines
        for line in paragraph.lines:
            assert line.text == " ".join(word.text for word in line.words)
            assert line.page
        for start, end in (*paragraph.strong, *paragraph.struck):
            assert 0 <= start < end <= len(paragraph.text)


def _read(data: bytes, engine: str) -> None:
    try:
        document = read(data, "a.pdf", Options(pdf_engine=engine, ocr="never"))  # type: ignore[arg-type]
    except MinutesError:
        return
    _check(document)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@given(edits=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_changed_bytes_never_break_the_reader(engine: str, edits: list[tuple[int, bytes]]) -> None:
    data = bytearray(GOOD)
    for at, new in edits:
        data[at : at + len(new)] = new
    _read(bytes(data), engine)


@given(length=st.integers(0, len(GOOD)))
@settings(max_examples=60, deadline=None)
def test_cut_files_never_break_the_reader(length: int) -> None:
    _read(GOOD[:length], "pdfium")


_PLACES = st.floats(-1e4, 1e4, allow_nan=False)


@given(st.lists(st.tuples(_PLACES, _PLACES, st.floats(0, 500), st.booleans()), max_size=40))
def test_any_lines_make_sound_grids(strokes: list[tuple[float, float, float, bool]]) -> None:
    rulings = [Ruling(x, y, x + long, y) if level else Ruling(x, y, x, y + long) for x, y, long, level in strokes]
    grids, _ = find_grids(rulings)
    for grid in grids:
        assert grid.xs == sorted(grid.xs)
        assert grid.ys == sorted(grid.ys)
        covered = sum(cell.rowspan * cell.colspan for cell in grid.cells)
        assert covered == (len(grid.xs) - 1) * (len(grid.ys) - 1)


def test_a_page_that_is_all_lines_is_no_table_and_takes_no_time() -> None:
    sheet = Sheet().lines("Minutes")
    sheet.grid([100 + step for step in range(0, 400, 7)], [100 + step / 2 for step in range(1400)])
    assert [block.text for block in sheet.read().blocks if isinstance(block, Paragraph)] == ["Minutes"]


def test_lines_in_forms_inside_forms_count() -> None:
    sheet = Sheet().lines("Minutes")
    canvas = sheet.canvas
    for depth in range(3):
        canvas.beginForm(f"form{depth}")
        for _ in range(10):
            canvas.doForm(f"form{depth + 1}")
        canvas.endForm()
    canvas.beginForm("form3")
    canvas.line(0, 0, 90, 0)
    canvas.endForm()
    canvas.doForm("form0")
    with pytest.raises(LimitError):
        sheet.read(Options(limits=Limits(page_rulings=100)))

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


def _nested(times: int, depth: int) -> Sheet:
    """Forms that each draw the next so many times; the last draws text, and the first again."""
    sheet = Sheet().lines("Minutes")
    canvas = sheet.canvas
    for level in range(depth):
        canvas.beginForm(f"form{level}")
        for _ in range(times):
            canvas.doForm(f"form{(level + 1) % depth}")
        canvas.drawString(72, 300, "Closed at nine.")
        canvas.endForm()
    canvas.doForm("form0")
    return sheet


def test_drawings_that_draw_one_another_are_refused_before_they_are_drawn() -> None:
    with pytest.raises(LimitError, match="draw one another more than 100000 times"):
        _nested(2, 3).read()


def test_a_drawing_that_draws_itself_once_is_read() -> None:
    texts = [block.text for block in _nested(1, 1).read().blocks if isinstance(block, Paragraph)]
    assert texts[0] == "Minutes"
    assert texts[1].startswith("Closed")


@pytest.mark.parametrize("most", [20_000, 200_000])
def test_what_a_stream_inflates_to_is_counted(most: int) -> None:
    sheet = Sheet(pageCompression=1).lines("Minutes")
    sheet.canvas.addLiteral(" " * 100_000)
    options = Options(limits=Limits(stream_bytes=most))
    if most < 100_000:
        with pytest.raises(LimitError, match="a stream of more than"):
            sheet.read(options)
    else:
        assert [block.text for block in sheet.read(options).blocks if isinstance(block, Paragraph)] == ["Minutes"]

"""Text in the cells of a workbook."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.text.cells import MOST, as_cell, folded, marked, marks, marks_in


@given(st.text())
def test_what_is_put_into_a_cell_twice_is_the_same_as_once(text: str) -> None:
    assert as_cell(as_cell(text)) == as_cell(text)
    assert folded(as_cell(text)) == folded(text)


def test_a_cell_is_cut_where_it_is_full_and_not_inside_a_character() -> None:
    assert as_cell("x" * MOST) == "x" * MOST
    assert as_cell("x" * (MOST + 1)) == "x" * (MOST - 4) + " […]"
    assert as_cell("\U0001f600" * MOST).endswith("\U0001f600 […]")


def test_marks_tell_that_a_cell_was_changed_but_not_that_its_blanks_were() -> None:
    assert marks({"a": "one  two\r\nthree"}) == marks({"a": " one two\nthree "})
    assert marks({"a": "one"}) != marks({"a": "two"})
    assert marks({"a": None}) == marks({"a": ""})


def test_marks_are_read_back_from_one_cell() -> None:
    cells = {"text": "=1+1", "due": None}
    assert marks_in(marked(cells)) == marks(cells)
    assert marks_in("scribble") == {}

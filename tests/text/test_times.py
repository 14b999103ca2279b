"""Times of day in all the ways that minutes print them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.text.times import find_times

SINGLE = [
    ("7 pm", "7 pm", "19:00"),
    ("7.30pm", "7.30pm", "19:30"),
    ("7.00 p.m.", "7.00 p.m.", "19:00"),
    ("It closed at 8.15 pm.", "8.15 pm", "20:15"),
    ("12.15 am", "12.15 am", "00:15"),
    ("10.02 a.m., Eastern Time", "10.02 a.m.", "10:02"),
    ("10:Ol a.m.", "10:Ol a.m.", "10:01"),
    ("14:30pm", "14:30pm", "14:30"),
    ("2 November, 14:30", "14:30", "14:30"),
    ("14:36:16", "14:36:16", "14:36"),
    ("14h30", "14h30", "14:30"),
    ("1830hrs", "1830hrs", "18:30"),
    ("0930 hrs", "0930 hrs", "09:30"),
    ("18.30 hours", "18.30 hours", "18:30"),
    ("at 0930", "0930", "09:30"),
    ("1400 UTC = 1500 there", "1400 UTC", "14:00"),
    ("closed at 12.30.", "12.30", "12:30"),
    ("Time: 19.30", "19.30", "19:30"),
    ("Finished @ 13.36", "13.36", "13:36"),
    ("commenced at approximately 7.05", "7.05", "07:05"),
    ("noon", "noon", "12:00"),
    ("12.00 NOON", "12.00 NOON", "12:00"),
    ("midday", "midday", "12:00"),
    ("midnight", "midnight", "00:00"),
    ("7 o'clock", "7 o'clock", "07:00"),
    ("half past seven", "half past seven", "07:30"),
    ("quarter to eight in the evening", "quarter to eight in the evening", "19:45"),
    ("October 12 - 7 pm", "7 pm", "19:00"),
]

RANGES = [
    ("6-8 p.m.", "18:00", "20:00"),
    ("2-4pm", "14:00", "16:00"),
    ("10.30-1pm", "10:30", "13:00"),
    ("9.30am – 12.15", "09:30", "12:15"),
    ("7.30pm to 9pm", "19:30", "21:00"),
    ("9 p.m. to 7 a.m.", "21:00", "07:00"),
    ("13:00 – 15:05", "13:00", "15:05"),
    ("09.30 - 11.15", "09:30", "11:15"),
    ("0930 to 1230", "09:30", "12:30"),
    ("12 noon to 2pm", "12:00", "14:00"),
    ("between 5 pm and 7 pm", "17:00", "19:00"),
    ("19:00\n   to 20:00 CET", "19:00", "20:00"),
]

NONE = [
    "7",
    "2.1",
    "19.30",
    "0930",
    "£7.30",
    "at £7.30",
    "at 2.11 percent",
    "fell by 2.10",
    "2.10 - 3.15",
    "took 1.30 hours",
    "at 2020 levels",
    "from 2019 to 2020",
    "28:0:1",
    "afternoon",
    "02.11.22",
    "678.871.9889",
    "(UTC+1)",
    "upgrade to 12.04",
    "",
]


@pytest.mark.parametrize(("text", "quote", "value"), SINGLE)
def test_a_time(text: str, quote: str, value: str) -> None:
    assert [(found.text, found.value, found.until) for found in find_times(text)] == [(quote, value, None)]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_a_range(text: str, start: str, end: str) -> None:
    assert [(found.value, found.until) for found in find_times(text)] == [(start, end)]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text) == []


def test_two_times_that_are_no_range() -> None:
    found = find_times("1:03 EST (18:03 UTC), then 5 pm and 6 pm")
    assert [one.value for one in found] == ["01:03", "18:03", "17:00", "18:00"]


def test_a_cell_of_times_needs_no_cue() -> None:
    assert [found.value for found in find_times("19.30", bare=True)] == ["19:30"]
    assert [found.until for found in find_times("0930 - 1230", bare=True)] == ["12:30"]


@pytest.mark.parametrize(("text", "precise"), [("7 pm", True), ("at 7.30", True), ("noon", True), ("at 0930", False)])
def test_precise_times_print_a_mark(text: str, precise: bool) -> None:
    assert [found.precise for found in find_times(text)] == [precise]


@given(st.times(), st.sampled_from(["%H:%M", "%I.%M %p", "%I:%M%p", "%H%Mhrs"]))
def test_any_time_is_read_as_written(clock: time, form: str) -> None:
    (found,) = find_times(f"It began at {clock.strftime(form)}, in the hall")
    assert found.value == clock.strftime("%H:%M")


@given(st.text(st.sampled_from("0123456789.:- apm–tonhrsNful\n")), st.booleans())
def test_spans_are_in_order_and_hold_their_text(text: str, bare: bool) -> None:
    end = 0
    for found in find_times(text, bare=bare):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        assert "00:00" <= found.value <= "23:59"
        end = found.end

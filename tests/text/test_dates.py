"""Dates in all the ways that minutes print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.text.dates import find_dates, is_day_first, iso, weekday_of

COMPLETE = [
    ("Wednesday 2nd November 2022", "2022-11-02"),
    ("WEDNESDAY, 12TH OCTOBER, 2022, AT 12.00", "2022-10-12"),
    ("Thursday, 11 May 2023", "2023-05-11"),
    ("11 May, 2023", "2023-05-11"),
    ("1st January 2023", "2023-01-01"),
    ("2 nd November 2022", "2022-11-02"),
    ("2nd. November 2022", "2022-11-02"),
    ("28st May 2020", "2020-05-28"),
    ("Tuesday 18thFebruary 2014", "2014-02-18"),
    ("the 4th day of April, 2023", "2023-04-04"),
    ("4th of July 2023", "2023-07-04"),
    ("November 2nd, 2022", "2022-11-02"),
    ("Nov. 2, 2022", "2022-11-02"),
    ("January\n11, 2023", "2023-01-11"),
    ("MARCH 3RD, 2023", "2023-03-03"),
    ("5-May-2020", "2020-05-05"),
    ("12-Aug-20Payments", "2020-08-12"),
    ("Tues 4th Dec '18", "2018-12-04"),
    ("4 Dec 18, at 7 pm", "2018-12-04"),
    ("5 may 2023", "2023-05-05"),
    ("2022-11-02", "2022-11-02"),
    ("minutes_2022-11-02.pdf", "2022-11-02"),
    ("2022/11/02", "2022-11-02"),
    ("2021.08.09 14:33", "2021-08-09"),
    ("2023 May 11", "2023-05-11"),
    ("02/11/2022", "2022-11-02"),
    ("2.11.2022", "2022-11-02"),
    ("02.11.22", "2022-11-02"),
    ("held on 2.11.22", "2022-11-02"),
    ("6-6-23", "2023-06-06"),
    ("6/20/23", "2023-06-20"),
    ("20200514", "2020-05-14"),
    ("22 & 23 June 2021", "2021-06-22"),
    ("22-23 June 2021", "2021-06-22"),
    ("22nd – 23rd June 2021", "2021-06-22"),
    ("June 22–23, 2021", "2021-06-22"),
    ("Action 3 - 12 June 2023", "2023-06-12"),
    ("Ordinance No. 3 of September 13, 1982", "1982-09-13"),
    ("3 Febuary 2021", "2021-02-03"),
    ("1Oth May 2022", "2022-05-10"),
    ("l4 May 2022", "2022-05-14"),
]

NONE = [
    "a 2/3 majority",
    "reduced by 2/3",
    "minute 39/20",
    "version 2.1.3",
    "section 2.11.22 applies",
    "kernel 2.6.32-431",
    "Members may 2 at a time",
    "we may 2023 or not",
    "£5 June",
    "call 678.871.9889",
    "5-0-1",
    "reference 20201399",
    "finished by the end of June.\n5. Victims",
    "7/8” stone",
    "marked 30 entries",
    "",
]


@pytest.mark.parametrize(("text", "expected"), COMPLETE)
def test_a_date_with_its_year(text: str, expected: str) -> None:
    (found,) = find_dates(text)
    assert (iso(found), found.inferred_year) == (expected, False)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Held on Wednesday, the 3rd of May 2023.", "Wednesday, the 3rd of May 2023"),
        ("2 November 2022 (Wednesday), 7pm", "2 November 2022 (Wednesday)"),
        ("call on 2006-03-23 Thu at 1400", "2006-03-23 Thu"),
        ("on 22 & 23 June 2021 in York", "22 & 23 June 2021"),
        ("2 November 2022, 14:30", "2 November 2022"),
    ],
)
def test_the_span_holds_the_whole_date(text: str, quote: str) -> None:
    assert [found.text for found in find_dates(text)] == [quote]


def test_a_date_without_a_year() -> None:
    (bare,) = find_dates("2 November, 14:30pm")
    (given_year,) = find_dates("2 November", default_year=2022)
    assert (bare.value, bare.month, bare.day, bare.inferred_year) == (None, 11, 2, False)
    assert (given_year.value, given_year.inferred_year) == (date(2022, 11, 2), True)


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("10 January", date(2022, 11, 2), "2023-01-10"),
        ("2 November", date(2022, 11, 2), "2023-11-02"),
        ("3 November", date(2022, 11, 2), "2022-11-03"),
        ("29 February", date(2022, 11, 2), "2024-02-29"),
        ("by 5/1", date(2022, 11, 2), "2023-01-05"),
    ],
)
def test_the_first_such_day_after_another(text: str, after: date, expected: str) -> None:
    (found,) = find_dates(text, after=after)
    assert (iso(found), found.inferred_year) == (expected, True)


def test_one_year_printed_for_several_dates() -> None:
    found = find_dates("5 June to 7 June 2023; 12 May, 2 June and 3 July 2022")
    assert [iso(one) for one in found] == ["2023-06-05", "2023-06-07", "2022-05-12", "2022-06-02", "2022-07-03"]


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("31 November 2022", 2022, 11, 31),
        ("due 31/11", None, 11, 31),
        ("Sept 2021", 2021, 9, None),
        ("June '21", 2021, 6, None),
        ("2. June 2022 accounts", 2022, 6, None),
    ],
)
def test_impossible_and_incomplete_dates_keep_their_parts(
    text: str, year: int | None, month: int, day: int | None
) -> None:
    (found,) = find_dates(text)
    assert (found.value, iso(found), found.year, found.month, found.day) == (None, None, year, month, day)


def test_the_weekday_is_told_as_printed_even_if_wrong() -> None:
    (found,) = find_dates("Monday 2 November 2022")
    assert found.weekday == 0
    assert found.value is not None
    assert found.value.weekday() == 2


def test_the_order_of_day_and_month() -> None:
    assert iso(find_dates("6/7/2023")[0]) == "2023-07-06"
    assert iso(find_dates("6/7/2023", day_first=False)[0]) == "2023-06-07"
    assert iso(find_dates("20/6/2023", day_first=False)[0]) == "2023-06-20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 13/2/2023 and 1/2/2023", True),
        ("on 2/13/2023", False),
        ("on 2/3/2023", None),
        ("6 June 2023 and 7 July", True),
        ("June 6, 2023 at 7 p.m.", False),
        ("June 6, 2023, then 20/6/2023", True),
        ("no date in May 2023", None),
    ],
)
def test_guessing_the_order_from_a_document(text: str, expected: bool | None) -> None:
    assert is_day_first(text) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Monday", 0), ("tues.", 1), ("Wednesay", 2), ("THURS", 3), ("Fridays", 4), ("Sun", 6), ("noday", None)],
)
def test_weekdays(name: str, expected: int | None) -> None:
    assert weekday_of(name) == expected


FORMS = ["%A %d %B %Y", "%d %b %Y", "%B %d, %Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%b-%Y", "%A, %B %d, %Y"]


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_any_date_is_read_as_written(day: date, form: str) -> None:
    (found,) = find_dates(f"Held on {day.strftime(form)} at the hall")
    assert found.value == day
    assert found.text == day.strftime(form)


@given(st.text(st.sampled_from("0123456789/.-–: ,'thndJuneMayOctmaronFiW\n")), st.booleans())
def test_spans_are_in_order_and_hold_their_text(text: str, day_first: bool) -> None:
    end = 0
    for found in find_dates(text, default_year=2022, day_first=day_first):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        end = found.end

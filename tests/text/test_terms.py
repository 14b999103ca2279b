from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.text.terms import find_term, reckon

WEDNESDAY = date(2022, 11, 2)


@pytest.mark.parametrize(
    ("text", "term", "day"),
    [
        ("would have a further update on timelines by the end of the week.", "by the end of the week", "2022-11-04"),
        ("would send it by the end of next week", "by the end of next week", "2022-11-11"),
        ("would be finished by the end of June.", "by the end of June", "2023-06-30"),
        ("would come back before the end of the month.", "before the end of the month", "2022-11-30"),
        ("by the end of the year", "by the end of the year", "2022-12-31"),
        ("would do that within the next fortnight.", "within the next fortnight", "2022-11-16"),
        ("within two months", "within two months", "2023-01-02"),
        ("in 10 days", "in 10 days", "2022-11-12"),
        ("would confirm the number tomorrow morning.", "tomorrow morning", "2022-11-03"),
        ("would have it changed the same day.", "the same day", "2022-11-02"),
        ("would come back to the PCC by Friday.", "by Friday", "2022-11-04"),
        ("by Wednesday", "by Wednesday", "2022-11-09"),
        ("would be published by 30 November.", "by 30 November", "2022-11-30"),
        ("on 3rd January", "on 3rd January", "2023-01-03"),
        ("at the next contract meeting", "at the next contract meeting", None),
        ("at our next one to one", "at our next one to one", None),
        ("in the November report", "in the November report", None),
        ("would be published in March", "in March", None),
        ("early next week", "early next week", None),
        ("before Christmas", "before Christmas", None),
        ("by the summer", "by the summer", None),
        ("as soon as it came in.", "as soon as it came in", None),
        ("after the meeting", "after the meeting", None),
    ],
)
def test_a_term_is_found_and_reckoned_from_the_day_it_was_said(text: str, term: str, day: str | None) -> None:
    span = find_term(text, WEDNESDAY)
    assert span is not None
    assert text[slice(*span)] == term
    when = reckon(term, WEDNESDAY)
    assert (when.isoformat() if when else None) == day


@pytest.mark.parametrize("text", ["", "would look into it", "in the room", "at the station", "by the clerk"])
def test_no_term(text: str) -> None:
    assert find_term(text) is None


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from(["week", "month", "year"]))
def test_the_end_of_a_span_is_never_before_the_day_unless_the_week_is_over(day: date, unit: str) -> None:
    end = reckon(f"by the end of the {unit}", day)
    assert end is not None
    assert end >= day

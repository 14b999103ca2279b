"""What confidence is made of: how often a rule was right, what it leans on, and what its value belongs to."""

from __future__ import annotations

import pytest

from benchmarks.calibrate import cases, gap, held_out
from benchmarks.judging import SHARED
from minutes_cli.model.confidence import Count, Sureness, holder_of
from tests.corpus import annotated

COUNTS = {
    "action.marker": Count(96, 100),
    "action.list": Count(60, 100),
    "action.owner.subject": Count(1000, 1000),
    "meeting.date.label": Count(100, 100),
    "meeting.date.title": Count(1, 2),
}


def test_a_rule_checked_often_speaks_for_itself() -> None:
    assert Sureness(COUNTS).of_rule("action.marker") == pytest.approx(0.96, abs=0.01)


def test_a_rule_checked_seldom_leans_on_its_family() -> None:
    assert 0.8 < Sureness(COUNTS).of_rule("meeting.date.title") < 0.95


def test_a_rule_never_checked_is_as_sure_as_its_family() -> None:
    sureness = Sureness(COUNTS)
    assert sureness.of_rule("meeting.date.new") == pytest.approx(sureness.of_rule("meeting.date"))


def test_nothing_is_surer_than_the_people_who_checked() -> None:
    assert Sureness(COUNTS).of_rule("action.owner.subject") == 0.99


def test_what_belongs_to_an_entry_is_as_sure_as_both() -> None:
    rules = {"/actions/0/text": "action.list", "/actions/0/owners/0/as_written": "action.owner.subject"}
    sureness = Sureness(COUNTS)
    owner = sureness.of_values(rules)["/actions/0/owners/0/as_written"]
    assert owner == pytest.approx(sureness.of_rule("action.list") * 0.99)


@pytest.mark.parametrize(
    ("path", "holder"),
    [
        ("/meeting/date", ""),
        ("/attendees/2/role", "/attendees/2/name"),
        ("/attendees/2/name", ""),
        ("/items/1/number", "/items/1/title"),
        ("/items/1/exchanges/0/text", ""),
        ("/items/1/exchanges/0/speaker/as_written", "/items/1/exchanges/0/text"),
        ("/items/1/exchanges/0/speaker/name", "/items/1/exchanges/0/speaker/as_written"),
        ("/actions/3/owners/0/name", "/actions/3/owners/0/as_written"),
        ("/decisions/0/votes/for", "/decisions/0/text"),
        ("/commitments/0/by/name", "/commitments/0/by/as_written"),
    ],
)
def test_what_a_value_belongs_to(path: str, holder: str) -> None:
    assert holder_of(path) == holder


@pytest.mark.skipif(not (SHARED / "corpus" / "gold").is_dir(), reason="the real documents are not at hand")
def test_confidence_is_about_the_share_that_is_right_for_bodies_that_were_not_counted() -> None:
    rows = held_out(list(cases(annotated())))
    assert gap(rows) < 0.03

"""What a search found as a terminal shows it."""

from __future__ import annotations

import pytest

from minutes_cli.model.records import Hit
from minutes_cli.text.safe import CONTROL
from minutes_cli.views.hits import hits
from tests.tracking.made_actions import sitting
from tests.views.shown import HOSTILE, same_as_snapshot, shown

FOUND = [
    Hit(
        kind="exchange",
        sitting=sitting("2024-03-06"),
        item="2.2",
        snippet="The CC said that a call-back at all hours would cost about £18,000 a year, and can be extended.",
        marked=((21, 30),),
        page=2,
    ),
    Hit(kind="action", sitting=sitting("2024-03-06"), item="2.2", snippet="set out the cost of a call-back", line=40),
    Hit(kind="decision", sitting=sitting(None), snippet="That the call-back be paid for."),
]


@pytest.mark.parametrize("width", [80, 120])
def test_hits_look_as_they_did(width: int) -> None:
    same_as_snapshot(hits(FOUND), "hits", width)


@pytest.mark.parametrize(
    ("ranges", "marked"),
    [
        ([(0, 4)], ["gate"]),
        ([(9, 13), (0, 4)], ["gate", "gate"]),
        ([(0, 4), (2, 6)], ["gate", ", "]),
        ([(9, 99)], ["gate"]),
        ([(99, 120), (3, 3), (5, 4)], []),
    ],
)
def test_what_was_looked_for_is_marked(ranges: list[tuple[int, int]], marked: list[str]) -> None:
    one = Hit(kind="item", sitting=sitting(None), snippet="gate, my gate", marked=tuple(ranges))
    text = shown(hits([one]), colour=True)
    assert [part.split("\x1b[0m")[0] for part in text.split("\x1b[1;4;33m")[1:]] == marked
    assert "gate, my gate" in shown(hits([one]))


def test_text_of_documents_is_harmless_and_the_mark_stays_where_it_was() -> None:
    where = sitting(None).model_copy(update={"meeting": HOSTILE})
    one = Hit(kind="item", sitting=where, item=HOSTILE, snippet="\x1b\x9b gate", marked=((3, 7),))
    text = shown(hits([one]), 120)
    assert CONTROL.search(text.replace("\n", "")) is None
    assert "\x1b[1;4;33mgate\x1b[0m" in shown(hits([one]), 120, colour=True)

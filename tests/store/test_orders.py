"""Whatever the order in which meetings come, a register tells the same of their actions."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.model.minutes import Minutes
from minutes_cli.store.database import nothing_recorded
from minutes_cli.store.saving import save
from minutes_cli.tracking.follow import follow
from tests.store.made import BODY, actions_in, addition, dump, minutes, told
from tests.store.runs import listed, windows

bodies = st.sampled_from([BODY, BODY, f"The {BODY}", None])
meetings = st.lists(st.tuples(listed, bodies), min_size=1, max_size=9)


def made(run: list[tuple[list[dict[str, Any]], str | None]], undated: bool) -> list[Minutes]:
    last = len(run) - 1
    return [minutes(None if undated and day == last else day, rows, body) for day, (rows, body) in enumerate(run)]


@given(meetings, st.randoms(use_true_random=False), st.booleans(), windows)
@settings(max_examples=60, deadline=None)
def test_any_order_of_adding_gives_what_following_all_at_once_gives(
    run: list[Any], random: Any, undated: bool, window: int
) -> None:
    documents = made(run, undated)
    with patch("minutes_cli.tracking.threads.WINDOW", window), patch("minutes_cli.store.series.WINDOW", window):
        expected = told(follow(documents))
        random.shuffle(documents)
        with nothing_recorded() as connection:
            for one in documents:
                assert save(connection, addition(one)).how == "new"
            assert told(actions_in(connection)) == expected


@given(meetings, st.booleans())
@settings(max_examples=25, deadline=None)
def test_adding_the_same_again_changes_nothing(run: list[Any], undated: bool) -> None:
    documents = made(run, undated)
    with nothing_recorded() as connection:
        for one in documents:
            save(connection, addition(one))
        before = dump(connection)
        for one in documents:
            assert save(connection, addition(one)).how == "unchanged"
        assert dump(connection) == before

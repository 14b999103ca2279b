"""Following takes time in proportion to words and meetings, however strange or many they are."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from minutes_cli.tracking.life import tracked
from minutes_cli.tracking.threads import Follower
from tests.tracking.series import entry, followed, meetings

_TIMES = 4
# Four times the words may take this much more: twice the proportion, for a busy machine.
_MOST = 2.0 * _TIMES
# Below this many seconds a ratio says nothing.
_FLOOR = 0.15


@pytest.mark.parametrize("field", ["update", "text", "reference", "due_text"])
@pytest.mark.parametrize(
    "piece", [" ", ".", "1", "(", "a", "Aa ", "done ", "not ", "to be ", "- ", "12 May ", "by ", "said "]
)
def test_time_grows_in_proportion_to_the_words(field: str, piece: str) -> None:
    task = {"text": "Clerk to mend the gate", "owners": ["Clerk"], "reference": "52/21"}

    def run(size: int) -> None:
        later = {**task, field: task.get(field, "") + " " + piece * (size // len(piece))}
        for thread in followed(meetings({"2023-03-01": [task], "2023-04-01": [later]})).threads:
            tracked(thread)

    assert_proportion(run, 10_000)


def test_time_grows_in_proportion_to_the_meetings() -> None:
    """Actions of long ago are not looked at again."""

    def run(held: int) -> None:
        follower = Follower()
        for number in range(held):
            date = f"{2000 + number // 12}-{number % 12 + 1:02}-01"
            tasks = [
                f"Clerk to write letter {number * 7 + place} about gate {place} to the county" for place in range(6)
            ]
            follower.add([entry(f"{number}.{place}", date, text=text) for place, text in enumerate(tasks)])

    assert_proportion(run, 40)


def assert_proportion(run: Callable[[int], None], size: int) -> None:
    small, large = seconds(run, size), seconds(run, size * _TIMES)
    assert large <= max(_FLOOR, small) * _MOST


def seconds(run: Callable[[int], None], size: int) -> float:
    best = 60.0
    for _ in range(2):
        start = time.process_time()
        run(size)
        best = min(best, time.process_time() - start)
    return best

"""Reading takes time in proportion to the text, however strange it is."""

from __future__ import annotations

import time

import pytest

from minutes_cli import parse

_SMALL, _TIMES = 20_000, 4
# Four times the text may take this much more: twice the proportion, for a busy machine.
_MOST = 2.0 * _TIMES
# Below this many seconds a ratio says nothing.
_FLOOR = 0.15


def seconds(text: str) -> float:
    data = text.encode()
    best = 60.0
    for _ in range(2):
        start = time.process_time()
        parse(data, name="minutes.txt")
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        ".",
        "1",
        "(",
        ")",
        "[",
        "Aa ",
        "Aa, ",
        "the ",
        "A. ",
        "1. ",
        "- ",
        "a:",
        "and ",
        "12 May ",
        "7 pm ",
        "’",
        "/",
    ],
)
@pytest.mark.parametrize("wrap", [0, 60], ids=["one line", "many lines"])
def test_time_grows_in_proportion(piece: str, wrap: int) -> None:
    def text(size: int) -> str:
        run = piece * (size // len(piece))
        rows = [run[at : at + wrap] for at in range(0, len(run), wrap)] if wrap else [run]
        return "Minutes of the Board, 4 May 2023\n\nPresent: Ada Fenn\n\n" + "\n".join(rows)

    small, large = seconds(text(_SMALL)), seconds(text(_SMALL * _TIMES))
    assert large <= max(_FLOOR, small) * _MOST

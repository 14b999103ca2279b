"""Reading takes time in proportion to the text, however strange it is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from minutes_cli import parse

_SMALL, _TIMES = 20_000, 4
# Four times the text may take this much more: twice the proportion, for a busy machine.
_MOST = 2.0 * _TIMES
# Below this many seconds a ratio says nothing.
_FLOOR = 0.15


def seconds(text: str, name: str = "minutes.txt") -> float:
    data = text.encode()
    best = 60.0
    for _ in range(2):
        start = time.process_time()
        parse(data, name=name)
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

    assert_proportion(text)


# What one step after the other looks for, again and again, never quite the same: "#" is a running number, "@" letters
# that differ from one to the next.
@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("The PCC asked whether # cars would come. The CC said that they would.", id="exchanges"),
        pytest.param("Q@: when will the @ report come? A@: the @ report comes in June.", id="dialogue"),
        pytest.param("The CC said that she would send report # by the end of the week.", id="commitments"),
        pytest.param("Action: AB to send report # to the clerk by 4 June.", id="actions"),
        pytest.param("Cllr @ proposed, and Cllr Fenn seconded, that plan # be adopted. Carried.", id="decisions"),
        pytest.param("Tuesday 2 November 2022 follows 31/11/2022, 14:30pm and Friday 13 May 20#.", id="dates"),
        pytest.param("Mr Fenm@ and Ada Fen@ spoke of Op Reset@ and the Winter Plan@ of Fenn Bridge@.", id="spellings"),
        pytest.param("AB@ to ring CD@ (EF@) and the A@O.", id="initials"),
        pytest.param("#. Matters arising (@)", id="numbered headings"),
        pytest.param("# Theft of machinery (Reform@, Protect@)", id="pillars"),
        pytest.param("Present: @ Fenn (AB@), Clerk; @ Roe (CD@), Chair", id="people"),
    ],
)
def test_time_grows_in_proportion_to_entries(paragraph: str) -> None:
    def text(size: int) -> str:
        rows = []
        for number in range(size // len(paragraph)):
            letters = "".join(chr(97 + number // 26**place % 26) for place in range(3))
            rows.append(paragraph.replace("#", str(number)).replace("@", letters))
        return "Minutes of the Board, 4 May 2023\n\nPresent: Ada Fenn (AB), Clerk; Bo Lund (CC)\n\n" + "\n\n".join(rows)

    assert_proportion(text)


@pytest.mark.parametrize("piece", [" ", ".", "1", "(", "["])
@pytest.mark.parametrize("suffix", ["md", "html", "org", "rst"])
def test_time_grows_in_proportion_in_other_formats(suffix: str, piece: str) -> None:
    before, behind = ("<html><body><p>", "</p></body></html>") if suffix == "html" else ("", "")
    head = f"{before}Minutes of the Board, 4 May 2023\n\nPresent: Ada Fenn\n\n"
    assert_proportion(lambda size: f"{head}{piece * size}\n\nThe end.\n{behind}", f"minutes.{suffix}")


def assert_proportion(text: Callable[[int], str], name: str = "minutes.txt") -> None:
    small, large = seconds(text(_SMALL), name), seconds(text(_SMALL * _TIMES), name)
    assert large <= max(_FLOOR, small) * _MOST

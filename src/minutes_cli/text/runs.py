"""Marked words shortened to what stands around the changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# So many words before and behind a change are shown with it.
AROUND = 8


def around_changes(runs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Runs (how, text) of which those that are the same keep the words next to a change, '…' for the others.

    A space stands between what is gone and what is there instead, also where both stand before a comma.
    """
    found = list(runs)
    for at, (how, text) in enumerate(found):
        if how == "removed" and found[at + 1 : at + 2] and found[at + 1][0] == "added" and not text[-1:].isspace():
            yield how, f"{text} "
            continue
        words = text.split()
        first, last = at == 0, at == len(found) - 1
        if how != "same" or len(words) <= AROUND * (2 - first - last) + 2:
            yield how, text
            continue
        ahead = "" if first else " ".join(words[:AROUND]) + " "
        behind = "" if last else " " + " ".join(words[-AROUND:]) + " " * text[-1].isspace()
        yield how, f"{ahead}…{behind}"

"""Which action a thread of entries is: numbers that were given stay with what they were given to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Numbering(NamedTuple):
    """actions   of each thread its action, or None for a new one; merged   actions that turned out to be another."""

    actions: list[int | None]
    merged: dict[int, int]


def number(threads: Sequence[Sequence[int]], before: Mapping[int, int], own: Mapping[int, int]) -> Numbering:
    """Give each thread its action.

    threads   ids of entries, oldest first
    before    the action that an entry belonged to
    own       the action that was first made for an entry

    An action goes where its oldest entry went. A thread that several come to keeps the oldest, which takes in the
    others; one that none comes to takes back what was made for one of its entries, where that was merged.
    """
    oldest: dict[int, int] = {}
    for place, thread in enumerate(threads):
        for entry in thread:
            if entry in before:
                oldest.setdefault(before[entry], place)
    # where the action made for an entry still is that entry's, it goes with it
    for place, thread in enumerate(threads):
        for entry in thread:
            if entry in own and before.get(entry) == own[entry]:
                oldest[own[entry]] = place
    given: list[int | None] = [None] * len(threads)
    merged: dict[int, int] = {}
    for action in sorted(oldest):
        holder = given[oldest[action]]
        if holder is None:
            given[oldest[action]] = action
        else:
            merged[action] = holder
    taken = {*oldest}
    for place, thread in enumerate(threads):
        if given[place] is None:
            mine = sorted(own[entry] for entry in thread if entry in own and own[entry] not in taken)
            if mine:
                given[place] = mine[0]
                taken.add(mine[0])
    return Numbering(given, merged)

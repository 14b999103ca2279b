"""Which entry of one version is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

Entry = TypeVar("Entry")


class Pairs(NamedTuple):
    """Places of entries in both versions.

    both   (in the old, in the new), in the order of the new one
    gone   in the old one only
    come   in the new one only
    """

    both: list[tuple[int, int]]
    gone: list[int]
    come: list[int]

    def in_order(self) -> Iterator[tuple[int | None, int | None]]:
        """All entries in the order of the new version, those gone behind what they stood behind."""
        of_old, of_new = dict(self.both), {j: i for i, j in self.both}
        behind: dict[int, list[int]] = {}
        for i in self.gone:
            before = max((other for other in of_old if other < i), default=None)
            behind.setdefault(-1 if before is None else of_old[before], []).append(i)
        for j in (-1, *sorted((*of_new, *self.come))):
            if j >= 0:
                yield of_new.get(j), j
            yield from ((i, None) for i in behind.get(j, ()))


def paired(
    old: Sequence[Entry],
    new: Sequence[Entry],
    keys: Sequence[Callable[[Entry], Hashable]],
    likeness: Callable[[Entry, Entry], float],
) -> Pairs:
    """Entries with the same key go together, then those that are most alike; of equals the nearest in the order.

    keys       from the surest on; None is no key
    likeness   0 where two are not the same entry, however little is left
    The other way round the same entries go together.
    """
    both: dict[int, int] = {}
    for key in keys:
        _join(both, [(1.0, i, j) for i, j in _equal(old, new, key, both)])
    left = [i for i in range(len(old)) if i not in both]
    right = sorted(set(range(len(new))) - set(both.values()))
    alike = ((likeness(old[i], new[j]), i, j) for i in left for j in right)
    _join(both, [found for found in alike if found[0] > 0])
    taken = set(both.values())
    return Pairs(
        sorted(both.items(), key=lambda pair: pair[1]),
        [i for i in range(len(old)) if i not in both],
        [j for j in range(len(new)) if j not in taken],
    )


def _equal(
    old: Sequence[Entry], new: Sequence[Entry], key: Callable[[Entry], Hashable], both: dict[int, int]
) -> list[tuple[int, int]]:
    """Free entries with the same key: the first goes with the first, and so on."""
    places: dict[Hashable, list[int]] = {}
    taken = set(both.values())
    for j, entry in enumerate(new):
        if j not in taken and (found := key(entry)) is not None:
            places.setdefault(found, []).append(j)
    pairs = []
    for i, entry in enumerate(old):
        if i not in both and (found := key(entry)) is not None and places.get(found):
            pairs.append((i, places[found].pop(0)))
    return pairs


def _join(both: dict[int, int], found: list[tuple[float, int, int]]) -> None:
    taken = set(both.values())
    for _, i, j in sorted(found, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1] + one[2], one[1])):
        if i not in both and j not in taken:
            both[i] = j
            taken.add(j)


def staying(order: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Of places in another order those that kept theirs towards each other: as many as can be, then the heaviest.

    order     for each entry its place in the other version
    """
    best: list[tuple[int, int, int]] = []
    for at, (place, weight) in enumerate(zip(order, weights, strict=True)):
        before = max(((best[i][0], best[i][1], -i) for i in range(at) if order[i] < place), default=(0, 0, 1))
        best.append((before[0] + 1, before[1] + weight, -before[2]))
    kept: set[int] = set()
    at = max(range(len(best)), key=lambda i: best[i][:2], default=-1)
    while at >= 0:
        kept.add(at)
        at = best[at][2]
    return kept

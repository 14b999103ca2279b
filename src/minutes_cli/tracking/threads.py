"""Entries of one body's meetings joined to threads: each thread is one action."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from minutes_cli.model.tracking import Entry, Link, LinkRule
from minutes_cli.tracking.likeness import Traits, likeness, same_number, traits

# After so many meetings without a word of it, the same words are a new action: most bodies meet monthly, and tasks that
# return each year ("book the hall for the AGM") are worded alike. The same running number still joins.
WINDOW = 12


class Ties(NamedTuple):
    """Pairs of ids of entries that a user said to be one action, or to be two."""

    joined: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


NO_TIES = Ties()


@dataclass(slots=True)
class Thread:
    """One action: its entries, oldest first, at most one a meeting, and what joins each to those before it.

    seen   running number of the last meeting that mentions it, from 1, among those of the body
    """

    entries: list[Entry]
    links: list[Link | None]
    seen: int
    _traits: dict[str, Traits] = field(default_factory=dict)

    def traits(self, entry: Entry) -> Traits:
        if entry.id not in self._traits:
            self._traits[entry.id] = traits(entry)
        return self._traits[entry.id]


class Follower:
    """Follows the actions of one body over its meetings, which are added in their order.

    threads   what is known from earlier meetings; those unmentioned for more than WINDOW meetings may be left out,
              unless they bear the number of an entry to come, or are tied to one
    held      how many meetings there were before
    """

    def __init__(self, ties: Ties = NO_TIES, threads: Iterable[Thread] = (), held: int = 0) -> None:
        self.threads = list(threads)
        self._ties, self._held = ties, held

    def add(self, entries: Sequence[Entry]) -> list[Thread]:
        """Join what one meeting's minutes say to the threads; returns the thread of each entry."""
        self._held += 1
        pairs: list[tuple[float, int, int, Link]] = []
        for index, entry in enumerate(entries):
            known = traits(entry)
            for number, thread in enumerate(self.threads):
                if found := self._link(entry, known, thread):
                    pairs.append((found[0], index, number, found[1]))
        taken: dict[int, tuple[int, Link]] = {}
        used: set[int] = set()
        for _, index, number, link in sorted(pairs, key=lambda pair: (-pair[0], pair[1], -pair[2])):
            if index not in taken and number not in used:
                taken[index] = (number, link)
                used.add(number)
        return [self._join(entry, taken.get(index)) for index, entry in enumerate(entries)]

    def _join(self, entry: Entry, found: tuple[int, Link] | None) -> Thread:
        if found is None:
            self.threads.append(Thread([entry], [None], self._held))
            return self.threads[-1]
        thread = self.threads[found[0]]
        thread.entries.append(entry)
        thread.links.append(found[1])
        thread.seen = self._held
        return thread

    def _link(self, entry: Entry, known: Traits, thread: Thread) -> tuple[float, Link] | None:
        """How surely `entry` continues the thread, and why; None where it does not."""
        if any((before.id, entry.id) in self._ties.apart for before in thread.entries):
            return None
        for before in thread.entries:
            if (before.id, entry.id) in self._ties.joined:
                return 1000.0, Link(to=before.id, rule="user", likeness=1.0, confidence=1.0)
        fresh = self._held - thread.seen <= WINDOW
        best: tuple[float, Link] | None = None
        # wording drifts, but a carried action follows either the first or the last of its entries
        for before in {0: thread.entries[0], 1: thread.entries[-1]}.values():
            earlier = thread.traits(before)
            numbered = same_number(known, earlier)
            if not fresh and not numbered:
                continue
            score = likeness(known, earlier)
            if score and (best is None or score > best[0]):
                rule: LinkRule = "number" if numbered else "wording"
                wording = min(1.0, (score % 100 or 100) / 100)
                best = score, Link(to=before.id, rule=rule, likeness=wording, confidence=0.9)
        return best

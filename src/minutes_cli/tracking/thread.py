"""One action as the entries that speak of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_cli.model.tracking import UNSETTLED, Entry, Link, State
from minutes_cli.tracking.likeness import Traits, traits
from minutes_cli.tracking.numbers import Number
from minutes_cli.tracking.states import told_state
from minutes_cli.tracking.updates import said_of


@dataclass(slots=True)
class Thread:
    """One action: its entries, oldest first, and what joins each to those before it.

    entries   one a meeting; two where its minutes print the same twice, or where a corrected version strikes one out
    seen      running number of the last meeting that mentions it, from 1, among those of the body
    """

    entries: list[Entry]
    links: list[Link | None]
    seen: int
    _traits: dict[str, Traits] = field(default_factory=dict, repr=False, compare=False)
    _told: tuple[int, State, frozenset[Number]] | None = field(default=None, repr=False, compare=False)

    def traits(self, entry: Entry) -> Traits:
        if entry.id not in self._traits:
            self._traits[entry.id] = traits(entry)
        return self._traits[entry.id]

    @property
    def state(self) -> State:
        """As the documents leave it."""
        return self._now()[1]

    @property
    def numbers(self) -> frozenset[Number]:
        """All that were printed for it."""
        return self._now()[2]

    def _now(self) -> tuple[int, State, frozenset[Number]]:
        """State and numbers, reckoned once for so many entries, and from there on for one more."""
        if self._told is None or self._told[0] != len(self.entries):
            last = self.entries[-1]
            if self._told and self._told[0] == len(self.entries) - 1 and not any(e.struck for e in self.entries):
                state = _after(last, self.entries[-2], self.entries[0], self._told[1])
                numbers = self._told[2] | {self.traits(last).number}
            else:
                state = states(self.entries)[-1]
                numbers = frozenset(self.traits(entry).number for entry in self.entries)
            self._told = len(self.entries), state, numbers
        return self._told


def states(entries: Sequence[Entry]) -> list[State]:
    """The state in which each entry leaves the action; struck ones count only where all are struck."""
    standing = [entry for entry in entries if not entry.struck]
    state: State = "open"
    found: list[State] = []
    last: Entry | None = None
    for entry in entries:
        if entry.struck:
            found.append(state if standing else "withdrawn")
            continue
        state = _after(entry, last, standing[0], state)
        found.append(state)
        last = entry
    return found


def _after(entry: Entry, last: Entry | None, first: Entry, state: State) -> State:
    """The state after an entry.

    last, state   the entry before it, and the state in which that left the action
    An entry that tells nothing leaves what is unsettled as it was, and opens again what was settled, unless the same
    minutes settle it elsewhere. Where a proposal to close is followed by "carried forward", it was not taken up.
    """
    if told := told_state(said_of(entry, first), entry.state):
        return told
    again = last is not None and last.sitting == entry.sitting
    return state if state in UNSETTLED or again else "open"

"""Entries of one body's meetings joined to threads: each thread is one action."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes_cli.model.tracking import UNSETTLED, Doubt, Entry, Link
from minutes_cli.tracking.doubts import doubt_of, left_apart, with_rival
from minutes_cli.tracking.evidence import (
    AFRESH,
    JOINED,
    NEAR,
    OWN_TOPICS,
    PLACED,
    SAME_WORDING,
    SHARED,
    Finding,
    is_report,
    weigh,
)
from minutes_cli.tracking.likeness import Traits, sentence, traits, wording
from minutes_cli.tracking.pointers import Places, point
from minutes_cli.tracking.states import told_state
from minutes_cli.tracking.thread import Thread

__all__ = ["NO_TIES", "WINDOW", "Follower", "Thread", "Ties"]

# After so many meetings without a word of it, the same words are a new action: most bodies meet monthly, and tasks that
# return each year ("book the hall for the AGM") are worded alike. The same running number still joins.
WINDOW = 12
# From here on two entries of one meeting are one action printed twice: at its item and in a list.
TWICE = 0.97
# So many short numbers that stay with their actions show that all do.
LASTING = 2
# What it takes from a link that it would open again what was settled.
REOPENED = 0.25

_GOES_ON = (None, *UNSETTLED)


class Ties(NamedTuple):
    """Pairs of ids of entries, in either order, that a user said to be one action, or to be two."""

    joined: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


NO_TIES = Ties()


class _Pair(NamedTuple):
    """An entry and a thread that it may continue, by the evidence for one entry of the thread."""

    place: int
    number: int
    before: Entry
    finding: Finding


class _Past(NamedTuple):
    """What is known before a meeting.

    fresh     numbers of the threads mentioned within the window
    lasting   whether short numbers stay with their actions from meeting to meeting
    """

    fresh: frozenset[int]
    places: Places
    lasting: bool


class Follower:
    """Follows the actions of one body over its meetings, which are added in their order.

    threads   what is known from earlier meetings, in the order in which they were raised; those unmentioned for more
              than WINDOW meetings may be left out, unless they bear the number of an entry to come, or are tied to one
    held      how many meetings there were before
    doubts    what the meetings added so far left doubtful: entries joined on little, and entries left apart that may
              be one; a meeting's doubts name its entries as the later ones
    """

    def __init__(self, ties: Ties = NO_TIES, threads: Iterable[Thread] = (), held: int = 0) -> None:
        self.threads = list(threads)
        self.doubts: list[Doubt] = []
        self._held = held
        self._joined, self._apart = _both_ways(ties.joined), _both_ways(ties.apart)
        self._fresh = list(range(len(self.threads)))
        self._bearers: dict[str, list[int]] = {}
        self._holders: dict[str, int] = {}
        for number, thread in enumerate(self.threads):
            for entry in thread.entries:
                self._note(number, thread, entry)

    def add(self, entries: Sequence[Entry]) -> list[Thread]:
        """Join what one meeting's minutes say to the threads; returns the thread of each entry.

        Entries that a corrected version of the minutes struck out come after those that stand: they may belong to the
        same action as what took their place.
        """
        self._held += 1
        self._fresh = [number for number in self._fresh if self._held - self.threads[number].seen <= WINDOW]
        known = [traits(entry) for entry in entries]
        past = _Past(
            frozenset(self._fresh), Places(self.threads[number] for number in self._fresh), self._numbers_last(known)
        )
        pairs = [
            pair
            for index, entry in enumerate(entries)
            if not entry.struck
            for pair in self._pairs(index, entry, known[index], past)
        ]
        taken = _assigned(pairs)
        found: dict[int, int] = {}
        began = len(self.threads)
        for index in sorted(range(len(entries)), key=lambda index: (entries[index].struck, index)):
            entry, pair = entries[index], taken.get(index)
            if pair is not None:
                found[index] = pair.number
                self._continue(entry, pair, pairs, taken)
                continue
            if (same := self._here(entry, known[index], began, found.values())) is not None:
                found[index] = same[0]
                self._append(same[0], entry, same[1])
                continue
            found[index] = len(self.threads)
            self.threads.append(Thread([], [], self._held))
            self._append(found[index], entry, None)
            if not entry.struck:
                self.doubts.extend(left_apart(entry, [p for p in pairs if p.place == index], taken.values()))
        self._fresh = sorted({*self._fresh, *found.values()})
        return [self.threads[found[index]] for index in range(len(entries))]

    def _continue(self, entry: Entry, pair: _Pair, pairs: Iterable[_Pair], taken: dict[int, _Pair]) -> None:
        """Join an entry to the thread it was given to, and keep what is doubtful about that."""
        used = {other.number for other in taken.values()}
        rivals = [p for p in pairs if p.place == pair.place and p.number not in used]
        finding = with_rival(pair.finding, [other.finding for other in rivals])
        link = Link(
            to=pair.before.id, rule=finding.rule, likeness=finding.likeness, confidence=finding.confidence
        )  # fmt: skip
        self._append(pair.number, entry, link)
        if doubt := doubt_of(entry, link, finding.reason):
            self.doubts.append(doubt)

    def _append(self, number: int, entry: Entry, link: Link | None) -> None:
        thread = self.threads[number]
        thread.entries.append(entry)
        thread.links.append(link)
        thread.seen = self._held
        self._note(number, thread, entry)

    def _note(self, number: int, thread: Thread, entry: Entry) -> None:
        if (plain := thread.traits(entry).number.plain) and thread.traits(entry).number.running:
            self._bearers.setdefault(plain, []).append(number)
        self._holders[entry.id] = number

    def _here(self, entry: Entry, known: Traits, began: int, found: Iterable[int]) -> tuple[int, Link] | None:
        """The thread that another entry of the same meeting began or continued, where this one prints it again."""
        for number in sorted({*range(began, len(self.threads)), *found}):
            thread = self.threads[number]
            before = thread.entries[-1]
            if before.id in self._apart.get(entry.id, ()):
                continue
            if before.id in self._joined.get(entry.id, ()):
                return number, Link(to=before.id, rule="user", likeness=1.0, confidence=1.0)
            earlier = thread.traits(before)
            alike = sentence(known, earlier)
            numbers = {known.number.plain, earlier.number.plain}
            likely = alike >= TWICE and known.owners == earlier.owners and (len(numbers) == 1 or "" in numbers)
            if likely or (entry.struck and (alike >= TWICE or (len(numbers) == 1 and "" not in numbers))):
                return number, Link(to=before.id, rule="sentence", likeness=round(alike, 3), confidence=0.9)
        return None

    def _pairs(self, index: int, entry: Entry, known: Traits, past: _Past) -> Iterable[_Pair]:
        """The threads that an entry may continue."""
        report, date = is_report(entry), entry.sitting.date
        candidates = dict.fromkeys(self._fresh)
        candidates.update(dict.fromkeys(self._bearers.get(known.number.plain, ())))
        nobody: frozenset[str] = frozenset()
        tied, parted = self._joined.get(entry.id, nobody), self._apart.get(entry.id, nobody)
        candidates.update((self._holders[other], None) for other in tied if other in self._holders)
        for number in sorted(candidates):
            thread = self.threads[number]
            if parted and any(before.id in parted for before in thread.entries):
                continue
            tie = next((before for before in thread.entries if before.id in tied), None) if tied else None
            if tie is not None:
                yield _Pair(index, number, tie, Finding("user", 1.0, 1.0, 1.0, "a user said so"))
                continue
            recent = thread.seen == self._held - 1
            # "AP3 – complete": there is nothing but the number
            bare = recent and report and len(known.topics) < OWN_TOPICS
            short = PLACED if past.lasting else SHARED if bare else AFRESH
            raised = recent and len(thread.entries) == 1
            fresh = number in past.fresh
            pointer = point(known.number, date, thread, past.places, fresh, raised, short)
            if not fresh and pointer.strength < JOINED:
                continue
            best: _Pair | None = None
            # wording drifts, but a carried action follows either the first or the last of its entries
            for before in {thread.entries[0].id: thread.entries[0], thread.entries[-1].id: thread.entries[-1]}.values():
                finding = weigh(known, thread.traits(before), pointer, report)
                if finding and (best is None or finding.confidence >= best.finding.confidence):
                    best = _Pair(index, number, before, finding)
            if best is not None:
                pair = self._once_settled(best, entry, thread, pointer.strength)
                if pair.finding.confidence >= NEAR:
                    yield pair

    def _once_settled(self, pair: _Pair, entry: Entry, thread: Thread, number: float) -> _Pair:
        """The pair as it is; less sure where it would open again what was settled, and kept apart where it lays a task.

        The line by which it was closed may be printed again, and a list of earlier actions may open it again; but a
        task that returns after it was done is a new one.
        """
        if thread.state in UNSETTLED or number >= JOINED or told_state(entry.update or "", entry.state) not in _GOES_ON:
            return pair
        most = round(pair.finding.confidence - REOPENED, 3) if is_report(entry) else JOINED - 0.1
        reason = "opened again, or like one that was settled before"
        return pair._replace(
            finding=pair.finding._replace(confidence=min(pair.finding.confidence, most), reason=reason)
        )

    def _numbers_last(self, known: Iterable[Traits]) -> bool:
        """Whether short numbers ("AP3") stay with their actions: entries of the meeting agree with earlier ones."""
        bearers: dict[str, list[Thread]] = {}
        for number in self._fresh:
            for borne in self.threads[number].numbers:
                bearers.setdefault(borne.plain, []).append(self.threads[number])
        agree = other = 0
        for one in known:
            same = bearers.get(one.number.plain, ()) if one.number.plain and not one.number.running else ()
            alike = any(wording(one, thread.traits(thread.entries[-1])) >= SAME_WORDING for thread in same)
            agree, other = agree + alike, other + (bool(same) and not alike)
        return agree >= LASTING and agree > other


def _assigned(pairs: Sequence[_Pair]) -> dict[int, _Pair]:
    """For each entry the thread it continues: the surest pairs first, each thread once; users' ties before all."""

    def order(pair: _Pair) -> tuple[float, float, int, int]:
        return -pair.finding.confidence, -pair.finding.whole, pair.place, -pair.number

    taken: dict[int, _Pair] = {}
    used: set[int] = set()
    for pair in sorted(pairs, key=order):
        free = pair.number not in used or pair.finding.rule == "user"
        if pair.finding.confidence >= JOINED and pair.place not in taken and free:
            taken[pair.place] = pair
            used.add(pair.number)
    return taken


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            found[one] = found.get(one, frozenset()) | {other}
    return found

"""Links that a person should look at: joined on little, or left apart though they may be one action."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from minutes_cli.model.tracking import Doubt, Entry, Link, LinkRule
from minutes_cli.tracking.evidence import Finding
from minutes_cli.tracking.thread import Thread

# Joined with less than this, a link is doubtful.
SURE = 0.75
# A second candidate is a rival if it comes so near to the first in confidence and in the whole sentence; then it takes
# so much of the confidence.
RIVAL = 0.12
RIVALRY = 0.3
# An entry that is left apart has at most so many actions that it might have continued.
MOST = 2

# What a link alone tells of why it was made.
_REASONS: dict[LinkRule, str] = {
    "number": "the number, but other words",
    "wording": "like words",
    "sentence": "the same sentence, another owner",
    "context": "a report in other words",
    "user": "a user said so",
}


class Pair(Protocol):
    """An entry of an earlier meeting, of the thread `number`, and what speaks for it."""

    @property
    def number(self) -> int: ...
    @property
    def before(self) -> Entry: ...
    @property
    def finding(self) -> Finding: ...


def with_rival(finding: Finding, others: Iterable[Finding]) -> Finding:
    """What is found for the best of several candidates: less sure where another would do as well."""
    if finding.rule == "user" or not any(_rivals(finding, other) for other in others):
        return finding
    less = round(max(finding.confidence - RIVALRY, 0.0), 3)
    return finding._replace(confidence=less, reason=f"{finding.reason}; another one is as like")


def doubt_of(entry: Entry, link: Link, reason: str) -> Doubt | None:
    """The doubt about a link; None where it is sure."""
    if link.confidence >= SURE:
        return None
    return Doubt(
        joined=True,
        earlier=link.to,
        later=entry.id,
        rule=link.rule,
        likeness=link.likeness,
        confidence=link.confidence,
        reason=reason,
    )


def left_apart(entry: Entry, pairs: Iterable[Pair], taken: Iterable[Pair]) -> list[Doubt]:
    """The actions that an entry might have continued and did not; what another entry continued is none of them."""
    used = {pair.number for pair in taken}
    near = sorted((p for p in pairs if p.number not in used), key=lambda p: (-p.finding.confidence, p.number))
    return [
        Doubt(
            joined=False,
            earlier=pair.before.id,
            later=entry.id,
            rule=pair.finding.rule,
            likeness=pair.finding.likeness,
            confidence=pair.finding.confidence,
            reason=pair.finding.reason,
        )
        for pair in near[:MOST]
    ]


def doubts(threads: Iterable[Thread], near_misses: Sequence[Doubt] = ()) -> list[Doubt]:
    """All doubts, the most doubtful first.

    near_misses   those kept of the meetings as they were added, by `Follower.doubts`
    Doubts about links are told anew from the threads; of those that were kept each is told once.
    """
    known = {(doubt.earlier, doubt.later): doubt for doubt in near_misses}
    for thread in threads:
        for entry, link in zip(thread.entries, thread.links, strict=True):
            if link and (link.to, entry.id) not in known and (doubt := doubt_of(entry, link, _REASONS[link.rule])):
                known[link.to, entry.id] = doubt
    return sorted(known.values(), key=lambda doubt: (abs(doubt.confidence - 0.5), doubt.later, doubt.earlier))


def _rivals(one: Finding, other: Finding) -> bool:
    if one.rule == "number" and other.rule != "number":
        return False
    return other.confidence > one.confidence - RIVAL and other.whole > one.whole - RIVAL

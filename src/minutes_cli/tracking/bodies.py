"""What belongs to one body: names of it are seldom printed twice alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from minutes_cli.model.tracking import Entry
from minutes_cli.tracking.each_body import each_body
from minutes_cli.tracking.evidence import SAME_SENTENCE, is_report
from minutes_cli.tracking.likeness import Traits, same_owners, sentence, traits

One = TypeVar("One")

# So many actions in common show that two names are of one body, and so many words make an action's sentence its own.
IN_COMMON = 2
OWN_WORDS = 5


def by_body(every: Iterable[One], body: Callable[[One], str | None]) -> list[list[One]]:
    """What belongs to each body, in the order given; what names none belongs to the only one named, else together."""
    rows = list(every)
    groups = each_body(rows, body)
    return [rows] if sum(name is not None for name, _ in groups) == 1 else [group for _, group in groups]


def goes_on(entries: Iterable[Entry], earlier: Iterable[Entry]) -> bool:
    """Whether the entries of one meeting show that it is of the same body as earlier ones, however it is named there.

    Where it reports on actions with the same sentences and owners, or the same running numbers and words, as earlier
    minutes raised, that is no chance: another body's minutes hold at most one such, of routine.
    """
    known = [traits(entry) for entry in earlier]
    reports = [traits(entry) for entry in entries if entry.reference or is_report(entry)]
    return sum(any(_same(one, other) for other in known) for one in reports) >= IN_COMMON


def _same(one: Traits, other: Traits) -> bool:
    if same_owners(one, other) == "other":
        return False
    if one.number.running and one.number.plain == other.number.plain:
        return bool(one.topics & other.topics)
    own = min(len(one.topics), len(other.topics)) >= OWN_WORDS
    return own and sentence(one, other) >= SAME_SENTENCE

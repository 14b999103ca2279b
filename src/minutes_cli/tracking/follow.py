"""The actions of several meetings, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracking import Doubt, Entry, TrackedAction
from minutes_cli.tracking.bodies import by_body, goes_on
from minutes_cli.tracking.doubts import doubts
from minutes_cli.tracking.entries import entries_of, sitting_of
from minutes_cli.tracking.life import tracked
from minutes_cli.tracking.likeness import same_body
from minutes_cli.tracking.meetings import in_order
from minutes_cli.tracking.threads import Follower


def follow(meetings: Sequence[Minutes]) -> list[TrackedAction]:
    """The actions of several meetings, each once, in the order in which they were raised.

    meetings   of any bodies and in any order: they are told apart and sorted by date; without a date they come last
    """
    found: list[TrackedAction] = []
    for follower, name in _followed(meetings):
        found.extend(tracked(thread).model_copy(update={"body": name}) for thread in follower.threads)
    found.sort(key=lambda action: (action.raised.date is None, action.raised.date or ""))
    return _with_distinct_ids(found)


def doubtful(meetings: Sequence[Minutes]) -> list[Doubt]:
    """The links between the meetings that a person should look at, the most doubtful first."""
    return [doubt for follower, _ in _followed(meetings) for doubt in doubts(follower.threads, follower.doubts)]


def _followed(meetings: Sequence[Minutes]) -> Iterator[tuple[Follower, str | None]]:
    """What follows the actions of each body, after all its meetings, and the body's name."""
    for body in _bodies(in_order(meetings)):
        follower = Follower()
        for entries in body:
            follower.add(entries)
        yield follower, next((entry.body for entries in body for entry in entries if entry.body), None)


def _bodies(meetings: Iterable[Minutes]) -> list[list[list[Entry]]]:
    """The entries of each body, meeting by meeting; under a name not seen before, a body that goes on with its actions.

    Minutes head themselves now with the office, now with its board.
    """
    told: list[tuple[str | None, list[Entry]]] = []
    aliases: list[tuple[str, str | None]] = []
    for number, minutes in enumerate(meetings):
        name, entries = minutes.meeting.body, entries_of(minutes, sitting_of(minutes), str(number))
        known = next((to for alias, to in aliases if same_body(alias, name)), None)
        if name is not None and known is None:
            others = dict.fromkeys(to for to, _ in told if to is not None)
            earlier = {to: [entry for whose, rows in told if whose == to for entry in rows] for to in others}
            known = next((to for to, rows in earlier.items() if goes_on(entries, rows)), name)
            aliases.append((name, known))
        told.append((known, entries))
    return [[entries for _, entries in group] for group in by_body(told, lambda one: one[0])]


def _with_distinct_ids(actions: Iterable[TrackedAction]) -> list[TrackedAction]:
    """Ids are unique in one document only: over several the second of the same gets -2, and so on."""
    seen: Counter[str] = Counter()
    distinct: list[TrackedAction] = []
    for action in actions:
        seen[action.id] += 1
        count = seen[action.id]
        distinct.append(action if count == 1 else action.model_copy(update={"id": f"{action.id}-{count}"}))
    return distinct

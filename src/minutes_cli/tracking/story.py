"""What happened to an action, step by step: mentions in documents and changes by users, in the order of days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_cli.model.tracking import Change, Mention, Sitting


def days_of(sittings: Iterable[Sitting]) -> list[str]:
    """The days of meetings in their order, never before the last: without a date it is the day of the one before."""
    days: list[str] = []
    for sitting in sittings:
        days.append(max(sitting.date or "", days[-1] if days else ""))
    return days


def by_day(changes: Iterable[Change]) -> list[Change]:
    """Changes in the order in which they take effect: by the day from which they hold, then as they were recorded."""
    return sorted(changes, key=lambda change: (change.on, change.number))


def in_order(mentions: Sequence[Mention], changes: Sequence[Change]) -> list[Mention | Change]:
    """Mentions that stand, and changes, in the order of their days; of the same day changes come last."""
    standing = [mention for mention in mentions if not mention.struck] or list(mentions)
    days = days_of(standing)
    steps: list[Mention | Change] = []
    waiting = by_day(changes)
    for mention, day in zip(standing, days, strict=True):
        # a change of a day before the first counts as one of that day
        while waiting and max(waiting[0].on, days[0]) < day:
            steps.append(waiting.pop(0))
        steps.append(mention)
    return steps + waiting

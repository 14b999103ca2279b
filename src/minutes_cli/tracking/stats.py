"""How actions stand on a day: who has them, how old they are, how long others took."""

from __future__ import annotations

import datetime
import statistics
from collections.abc import Callable, Iterable, Sequence

from minutes_cli.model.stats import ActionStats, Share, Spread
from minutes_cli.model.tracking import UNSETTLED, TrackedAction
from minutes_cli.text.days import day_of
from minutes_cli.tracking.each_body import each_body

# Days since an action was raised, up to: a month, a quarter, half a year, a year.
_BANDS = ((30, "up to 30 days"), (91, "31 to 91 days"), (182, "92 to 182 days"), (365, "183 to 365 days"))
_OLDER, _UNDATED = "over a year", "date unknown"
_TIMES = ("never", "once", "twice", "three times")
_OFTENER = "more often"
NOBODY = "nobody named"


def stats(actions: Iterable[TrackedAction], on: datetime.date) -> list[ActionStats]:
    """The figures of each body, in the order of their first actions."""
    return [_of_body(body, found, on) for body, found in each_body(actions, lambda action: action.body)]


def is_overdue(action: TrackedAction, on: datetime.date) -> bool:
    """Whether it is still to be done though its day is past."""
    due = day_of(action.due)
    return action.state in UNSETTLED and due is not None and due < on


def owners_of(action: TrackedAction) -> list[str]:
    """Who has it to do; one entry that says so where nobody is named."""
    return list(dict.fromkeys(owner.name or owner.as_written for owner in action.owners)) or [NOBODY]


def _of_body(body: str | None, actions: Sequence[TrackedAction], on: datetime.date) -> ActionStats:
    unsettled = [action for action in actions if action.state in UNSETTLED]
    return ActionStats(
        body=body,
        on=on.isoformat(),
        actions=len(actions),
        unsettled=len(unsettled),
        settled=len(actions) - len(unsettled),
        overdue=sum(is_overdue(action, on) for action in unsettled),
        without_date=sum(day_of(action.due) is None for action in unsettled),
        owners=tuple(sorted(_shares(unsettled, owners_of, on), key=lambda share: (-share.unsettled, share.name))),
        ages=_in_order(_shares(unsettled, lambda a: [_age(a, on)], on), [*(w for _, w in _BANDS), _OLDER, _UNDATED]),
        closing=_spread([days for action in actions if (days := _days_to_close(action)) is not None]),
        carried=_in_order(_shares(unsettled, lambda action: [_carried(action)], on), [*_TIMES, _OFTENER]),
        slipped=sum(action.slips > 0 for action in actions),
        slips=sum(action.slips for action in actions),
    )


def _shares(
    actions: Sequence[TrackedAction], names_of: Callable[[TrackedAction], Iterable[str]], on: datetime.date
) -> list[Share]:
    found: dict[str, list[TrackedAction]] = {}
    for action in actions:
        for name in names_of(action):
            found.setdefault(name, []).append(action)
    return [
        Share(name=name, unsettled=len(held), overdue=sum(is_overdue(action, on) for action in held))
        for name, held in found.items()
    ]


def _in_order(shares: Iterable[Share], names: Sequence[str]) -> tuple[Share, ...]:
    return tuple(sorted(shares, key=lambda share: names.index(share.name)))


def _age(action: TrackedAction, on: datetime.date) -> str:
    raised = day_of(action.raised.date)
    if raised is None:
        return _UNDATED
    return next((words for days, words in _BANDS if (on - raised).days <= days), _OLDER)


def _carried(action: TrackedAction) -> str:
    times = len(action.mentions[1:])
    return _TIMES[times] if times < len(_TIMES) else _OFTENER


def _days_to_close(action: TrackedAction) -> int | None:
    """Days until the mention or the change that closed it last; None where it is not closed or a date is unknown."""
    if action.state != "closed":
        return None
    raised = day_of(action.raised.date)
    dates = [mention.date for mention in action.mentions if mention.how == "closed"]
    dates += [change.on for change in action.changes if change.kind == "close"]
    closed = day_of(max((date for date in dates if date), default=None))
    return (closed - raised).days if raised and closed else None


def _spread(days: Sequence[int]) -> Spread | None:
    if not days:
        return None
    lower, median, upper = statistics.quantiles(days, n=4, method="inclusive") if len(days) > 1 else [days[0]] * 3
    return Spread(count=len(days), lower=lower, median=median, upper=upper)

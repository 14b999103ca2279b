"""One page of many meetings: what the lists tell of them, put together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from minutes_cli.model.board import Board, OpenAction, OwnedActions
from minutes_cli.model.records import Records
from minutes_cli.model.tracking import UNSETTLED, TrackedAction
from minutes_cli.text.days import day_of
from minutes_cli.tracking.attendance import matrices
from minutes_cli.tracking.scrutiny import pillar_histories
from minutes_cli.tracking.stats import is_overdue, owners_of, stats


def board(records: Records, on: datetime.date, body: str | None = None, since: str | None = None) -> Board:
    """The meetings that `body` and `since` choose, as they stand on the day."""
    actions = list(records.actions(body, since))
    meetings = tuple(records.meetings(body, since))
    figures = tuple(stats(actions, on))
    unsettled = [_open(action, on) for action in actions if action.state in UNSETTLED]
    taken = sorted(records.decisions(body, since), key=lambda one: one.taken.date or "", reverse=True)
    return Board(
        on=on.isoformat(),
        meetings=meetings,
        stats=figures,
        overdue=tuple(sorted((one for one in unsettled if one.overdue_days), key=_urgency)),
        owned=tuple(_by_owner(unsettled, (share.name for one in figures for share in one.owners))),
        attendance=tuple(matrices(records.seats(body, since))),
        pillars=tuple(pillar_histories(records.items(body, since), meetings)),
        decisions=tuple(taken),
        commitments=tuple(one for one in records.commitments(body, since) if one.action is None),
    )


def _open(action: TrackedAction, on: datetime.date) -> OpenAction:
    raised, due = day_of(action.raised.date), day_of(action.due)
    return OpenAction(
        action=action,
        owners=tuple(owners_of(action)),
        days=max(0, (on - raised).days) if raised else None,
        overdue_days=(on - due).days if due and is_overdue(action, on) else 0,
    )


def _by_owner(unsettled: Iterable[OpenAction], owners: Iterable[str]) -> list[OwnedActions]:
    found: dict[str, list[OpenAction]] = {owner: [] for owner in owners}
    for one in unsettled:
        for owner in one.owners:
            found[owner].append(one)
    return [OwnedActions(owner=owner, actions=tuple(sorted(held, key=_urgency))) for owner, held in found.items()]


def _urgency(one: OpenAction) -> tuple[int, int]:
    return -one.overdue_days, -(one.days or 0)

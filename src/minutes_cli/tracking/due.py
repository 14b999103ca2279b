"""Which actions are due by when."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from minutes_cli.model.records import HeldMeeting
from minutes_cli.model.tracking import UNSETTLED, TrackedAction
from minutes_cli.text.days import day_of
from minutes_cli.tracking.each_body import each_body


def due_by(actions: Iterable[TrackedAction], until: datetime.date | None) -> list[TrackedAction]:
    """The unsettled actions that have a due date, by that date, overdue ones first.

    until   the last day of interest; None for all
    """
    dated = [(day_of(action.due), action) for action in actions if action.state in UNSETTLED]
    found = [(day, action) for day, action in dated if day and (until is None or day <= until)]
    return [action for _, action in sorted(found, key=lambda pair: pair[0])]


def last_meetings(meetings: Iterable[HeldMeeting]) -> list[HeldMeeting]:
    """The last meeting of each body.

    meetings   by date, those without one last
    """
    return [([one for one in held if one.date] or held)[-1] for _, held in each_body(meetings, lambda one: one.body)]

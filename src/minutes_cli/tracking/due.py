"""Which actions are due by when."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from minutes_cli.model.tracking import UNSETTLED, TrackedAction
from minutes_cli.text.days import day_of


def due_by(actions: Iterable[TrackedAction], until: datetime.date | None) -> list[TrackedAction]:
    """The unsettled actions that have a due date, by that date, overdue ones first.

    until   the last day of interest; None for all
    """
    dated = [(day_of(action.due), action) for action in actions if action.state in UNSETTLED]
    found = [(day, action) for day, action in dated if day and (until is None or day <= until)]
    return [action for _, action in sorted(found, key=lambda pair: pair[0])]

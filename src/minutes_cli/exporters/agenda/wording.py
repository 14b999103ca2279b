"""The sentences around matters arising, the same in every format."""

from __future__ import annotations

from minutes_cli.model.agenda import MattersArising
from minutes_cli.text.days import long_date, short_date

HEADING = "Matters arising"
HEADER = ("No.", "Action", "Owner", "Due", "So far")
NOTHING = "No action is open."


def title(found: MattersArising) -> str:
    return found.body or found.kind or "Next meeting"


def meeting(found: MattersArising) -> str:
    """When and where the next meeting is: 'Quarterly review, Tuesday 9 April 2024, 14:00, Town Hall'."""
    if not found.date:
        return "Date of the next meeting: to be set"
    kind = found.kind if found.body else None  # else it is the title
    return ", ".join(filter(None, (kind, long_date(found.date), found.time, found.venue)))


def standing(found: MattersArising) -> str:
    """What the list is, in a sentence: '5 open actions on 1 Jul 2024, 2 overdue; last met 8 May 2024'."""
    if not found.matters:
        return NOTHING
    count = len(found.matters)
    late = sum(matter.overdue for matter in found.matters)
    last = f"; last met {short_date(found.last.date)}" if found.last and found.last.date else ""
    overdue = f", {late} overdue" if late else ""
    return f"{count} open {'action' if count == 1 else 'actions'} on {short_date(found.on)}{overdue}{last}."

"""What several formats tell of actions and decisions."""

from __future__ import annotations

from minutes_cli.exporters.records.tables import person
from minutes_cli.model.minutes import Decision
from minutes_cli.model.tracking import SETTLED, TrackedAction
from minutes_cli.text.days import short_date


def last_day(action: TrackedAction) -> str | None:
    """The ISO date of what was last said of it or done to it."""
    dates = [mention.date for mention in action.mentions] + [change.on for change in action.changes]
    return max(filter(None, dates), default=action.raised.date)


def told(action: TrackedAction) -> list[str]:
    """The lines of a description: owner, meeting, term, how it ended, and the words of the last minutes."""
    owners = ", ".join(map(person, action.owners)) or "nobody named"
    raised = ", ".join(filter(None, (action.raised.meeting, short_date(action.raised.date) or action.raised.file)))
    lines = [f"Owner: {owners}", f"Raised: {raised}"]
    if action.due_text:
        lines.append(f"Due as printed: {action.due_text}")
    if action.state in SETTLED:
        lines.append(f"State: {action.state}")
    if action.mentions:
        lines.append(f"“{action.mentions[-1].quote}”")
    return lines


def counts(decision: Decision) -> dict[str, int]:
    """The numbers of votes that are printed, by choice: for, against, abstain."""
    votes = decision.votes.model_dump(by_alias=True) if decision.votes else {}
    return {choice: number for choice, number in votes.items() if number is not None}

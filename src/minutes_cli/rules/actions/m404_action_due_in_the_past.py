"""An action is due before the meeting that lays it on somebody.

Why: The day or the year is wrong, or the action was done already; either way nobody knows when it is due.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    | Action | Owner | Due |
    | --- | --- | --- |
    | Obtain three quotes for the jetty | AR | 14 February 2025 |
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    | Action | Owner | Due |
    | --- | --- | --- |
    | Obtain three quotes for the jetty | AR | 14 March 2025 |
Fix: Mend the due date; where the action is done, mark it as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.actions.tasks import new_actions
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.days import long_date


def check(subject: Subject) -> Iterator[Flag]:
    held = subject.minutes.meeting.date
    for path, action in new_actions(subject):
        if held and action.due and action.due < held:
            place = subject.place(f"{path}/due", f"{path}/due_text", f"{path}/text")
            yield Flag(f"due on {long_date(action.due)}, before the meeting on {long_date(held)}", place, f"{path}/due")


RULE = Rule("M404", "action-due-in-the-past", "warning", check)

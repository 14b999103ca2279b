"""An action is laid on somebody whom the attendance does not have.

Why: Initials that nobody bears are mistyped more often than not, and then nobody does it; somebody who was not there
    may not know of the task.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC), Cy Dew (CD), Di Fox (DF)

    ## Welcome

    The chair welcomed all.

    ## Jetty

    Action: BX to obtain three quotes.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC), Cy Dew (CD), Di Fox (DF)

    ## Welcome

    The chair welcomed all.

    ## Jetty

    Action: BC to obtain three quotes.
Fix: Mend the initials or the name; of somebody who was not there add the full name to the apologies or to the action.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.attendance.people import LEAST_PEOPLE, heading, outsider
from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    """Initials as the parser found them; names in full where the attendance is a list of people."""
    yield from repeated(subject, "unknown-owner")
    if len(subject.minutes.attendees) < LEAST_PEOPLE:
        return
    head = heading(subject)
    told: set[str] = set()
    for number, action in enumerate(subject.minutes.actions):
        if action.state == "closed" or action.reference:
            continue  # whoever took it on was at an earlier meeting
        for place, owner in enumerate(action.owners):
            surname = outsider(owner, head)
            if surname and surname not in told:
                told.add(surname)
                path = f"/actions/{number}/owners/{place}/as_written"
                message = f"“{owner.as_written}” is to act, but the attendance does not have this name"
                yield Flag(message, subject.place(path), path)


RULE = Rule("M204", "unknown-owner", "warning", check)

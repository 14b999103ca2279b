"""Somebody speaks whom the attendance does not have.

Why: Whoever speaks was there. The attendance is wrong, or the name is.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew, Di Fox

    ## Welcome

    The chair welcomed all.

    ## Jetty

    Mr Hugh Marlow reported that the jetty was rotten.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew, Di Fox

    In attendance: Hugh Marlow (surveyor)

    ## Welcome

    The chair welcomed all.

    ## Jetty

    Mr Hugh Marlow reported that the jetty was rotten.
Fix: Add the person to the attendance ("In attendance: Hugh Marlow (surveyor)"), or mend the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.attendance.people import LEAST_PEOPLE, heading, is_public, outsider, speakers
from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    """Each person once; those who came to listen and asked from the floor are no part of the attendance."""
    if len(subject.minutes.attendees) < LEAST_PEOPLE:
        return
    head = heading(subject)
    told: set[str] = set()
    for speaker, path, title in speakers(subject):
        surname = None if is_public(title) else outsider(speaker, head)
        if surname and surname not in told:
            told.add(surname)
            message = f"“{speaker.as_written}” speaks, but the attendance does not have this name"
            yield Flag(message, subject.place(path), path)


RULE = Rule("M205", "unknown-speaker", "warning", check)

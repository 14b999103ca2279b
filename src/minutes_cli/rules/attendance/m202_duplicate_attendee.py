"""The attendance names one person twice.

Why: Heads are counted for the quorum and for votes; a name that stands twice counts twice.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew, Ada Roe
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew
Fix: Take out one of the two, or, of two people of one name, say who is who.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.attendance.people import lists, naming
from minutes_cli.rules.base import Flag, Rule, Subject, at


def check(subject: Subject) -> Iterator[Flag]:
    """Within one list: a chair may stand above the list too, and a table may name people in several columns."""
    for listed in lists(subject):
        for number, person in enumerate(subject.minutes.attendees):
            again = naming(person.name, listed.text)[1:]
            if again:
                place = at(listed.paragraph, listed.start + again[0][0], listed.start + again[0][1])
                yield Flag(f"{person.name} stands here a second time", place, f"/attendees/{number}/name")


RULE = Rule("M202", "duplicate-attendee", "warning", check)

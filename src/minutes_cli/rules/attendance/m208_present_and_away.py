"""One person is listed as present and among the apologies.

Why: Only one of the two can be true; it decides on the quorum and on who could vote.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew

    Apologies: Cy Dew
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    Apologies: Cy Dew
Fix: Take the name out of one of the lists, or say what happened ("Cy Dew (from item 3)").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.attendance.people import lists, naming
from minutes_cli.rules.base import Flag, Rule, Subject, at


def check(subject: Subject) -> Iterator[Flag]:
    """Where both lists say what they are: a list of members names the absent too."""
    present, away = ([one for one in lists(subject) if one.kind == kind] for kind in ("present", "away"))
    for number, person in enumerate(subject.minutes.attendees):
        there = [one for one in present if naming(person.name, one.text)]
        gone = [(one, hit) for one in away for hit in naming(person.name, one.text)]
        if there and gone and not person.note:
            one, (start, end) = gone[0]
            place = at(one.paragraph, one.start + start, one.start + end)
            yield Flag(f"{person.name} is listed as present and here too", place, f"/attendees/{number}/status")


RULE = Rule("M208", "present-and-away", "warning", check)

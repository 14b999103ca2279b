"""The minutes say nothing of apologies, not even that there were none.

Why: Without the line nobody can tell whether all were there or the absent were forgotten.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    Apologies: none

    ## Budget

    The budget was discussed.
Fix: Add the line "Apologies: none" or the names of those who sent them.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject

_AWAY = ("apologies", "absent")


def check(subject: Subject) -> Iterator[Flag]:
    """Not where a template does without them."""
    people = subject.minutes.attendees
    if subject.template and not subject.template.attendance.apologies:
        return
    if people and not any(p.status in _AWAY for p in people) and not subject.says(*(f"attendance.{w}" for w in _AWAY)):
        place = subject.place(f"/attendees/{len(people) - 1}/name")
        yield Flag("nothing is said of apologies", place, "/attendees")


RULE = Rule("M207", "no-apologies", "info", check)

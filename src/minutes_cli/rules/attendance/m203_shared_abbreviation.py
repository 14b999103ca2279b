"""The attendance gives two people the same initials.

Why: Below, "LS to write to the council" may mean either.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Len Stone (LS), Ben Cole (BC), Lily Sands (LS)
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Len Stone (LSt), Ben Cole (BC), Lily Sands (LSa)
Fix: Add a letter to one of them or to both ("LSt", "LSa").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    first: dict[str, str] = {}
    for number, person in enumerate(subject.minutes.attendees):
        if person.abbreviation is None:
            continue
        owner = first.setdefault(person.abbreviation, person.name)
        if owner != person.name:
            path = f"/attendees/{number}/abbreviation"
            message = f"“{person.abbreviation}” stands for {owner} and for {person.name}"
            yield Flag(message, subject.place(path), path)


RULE = Rule("M203", "shared-abbreviation", "warning", check)

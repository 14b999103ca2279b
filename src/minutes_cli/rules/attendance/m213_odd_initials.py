"""Initials in the attendance are not those of the name.

Why: Initials that do not fit were mistyped or belong to the line above; below, they name somebody else or nobody.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC), Cy Dew (CD), Di Fox (DT)
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC), Cy Dew (CD), Di Fox (DF)
Fix: Write the letters that the name or the office begins with.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.attendance.people import INITIALS
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.names import abbreviates, initials_forms

# Initials can be judged where so many others fit.
_LEAST_FITTING = 3


def check(subject: Subject) -> Iterator[Flag]:
    """Letters that neither the name nor the role, nor the office that they are short for, has in this order."""
    people = subject.minutes.attendees
    fitting = sum(bool(person.abbreviation and abbreviates(person.abbreviation, person.name)) for person in people)
    if fitting < _LEAST_FITTING:
        return
    for number, person in enumerate(people):
        # letters that do not fit are read as a role: "WI" is one, and rather that than mistyped
        slipped = not person.abbreviation and _is_slip(person.role or "", person.name)
        short = (person.role if slipped else person.abbreviation) or ""
        spelt = (person.name, "" if slipped else person.role, *subject.profile.offices.get(short, ()))
        if INITIALS.fullmatch(short) and not any(_holds(text, short) for text in spelt):
            path = f"/attendees/{number}/{'role' if slipped else 'abbreviation'}"
            yield Flag(f"“{short}” are not the initials of {person.name}", subject.place(path), path)


def _holds(text: str | None, letters: str) -> bool:
    """Whether the letters stand in the text in their order."""
    rest = iter((text or "").upper())
    return all(letter in rest for letter in letters)


def _is_slip(letters: str, name: str) -> bool:
    """Whether one letter makes them other than the name's initials."""
    return any(
        len(form) == len(letters) and sum(a != b for a, b in zip(form, letters, strict=True)) == 1
        for form in initials_forms(name)
    )


RULE = Rule("M213", "odd-initials", "warning", check)

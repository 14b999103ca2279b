"""One of those who came has no initials, though the others have.

Why: Below people are called by their initials; whoever has none is called by some that nobody can look up.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC), Cy Dew (CD), Di Fox (DF), Eve Gray
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC), Cy Dew (CD), Di Fox (DF), Eve Gray (EG)
Fix: Put the initials behind the name ("Eve Gray (EG)").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.attendance.people import INITIALS
from minutes_cli.rules.base import Flag, Rule, Subject

# Initials are the custom where so many of those who came have them, and this share.
_LEAST, _SHARE = 4, 0.75


def check(subject: Subject) -> Iterator[Flag]:
    """Where the template wants initials, or nearly all have them; who was away is seldom spoken of."""
    people = [(n, p) for n, p in enumerate(subject.minutes.attendees) if p.status in ("present", "in_attendance")]
    given = sum(person.abbreviation is not None for _, person in people)
    demanded = subject.template is not None and subject.template.attendance.abbreviations
    if not demanded and given < max(_LEAST, _SHARE * len(people)):
        return
    for number, person in people:
        # letters that do not fit the name are read as a role
        if person.abbreviation is None and not INITIALS.fullmatch(person.role or ""):
            path = f"/attendees/{number}/name"
            yield Flag(f"{person.name} has no initials", subject.place(path), path)


RULE = Rule("M212", "missing-initials", "info", check)

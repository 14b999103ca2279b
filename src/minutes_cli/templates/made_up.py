"""The data that blank documents are filled with to try them: a meeting that never was."""

from __future__ import annotations

from typing import NamedTuple


class Value(NamedTuple):
    """A value as it is written and as it is read: "Wednesday 5 March 2025", "2025-03-05"."""

    written: str
    read: str


class Person(NamedTuple):
    """Somebody who never was."""

    name: str
    role: str
    initials: str


PRESENT = (
    Person("Ada Merriweather", "Chair", "AM"),
    Person("Ben Tarrant", "Treasurer", "BT"),
    Person("Clara Hobday", "Membership Officer", "CH"),
)
CLERK = Person("Daisy Vance", "Clerk", "DV")
AWAY = Person("Ewan Sykes", "Events Officer", "ES")

BODY = "Larchmere Trust"
MEETING = {
    "date": Value("Wednesday 5 March 2025", "2025-03-05"),
    "start_time": Value("14:30", "14:30"),
    "end_time": Value("16:15", "16:15"),
    "venue": Value("Meadow Hall", "Meadow Hall"),
    "chair": Value(PRESENT[0].name, PRESENT[0].name),
    "minute_taker": Value(CLERK.name, CLERK.name),
    "body": Value(BODY, BODY),
    "title": Value("Monthly Meeting", "Monthly Meeting"),
}
NEXT = {
    "date": Value("Wednesday 9 April 2025", "2025-04-09"),
    "time": Value("10:00", "10:00"),
    "venue": Value("Orchard Hall", "Orchard Hall"),
    "kind": Value("Quarterly Performance Review", "Quarterly Performance Review"),
}
DUE = Value("28 March 2025", "2025-03-28")
PROSE = "Members heard how the work is going."
APPROVAL = "The minutes of the last meeting were approved."
# What the made-up items, actions and decisions are about, one after the other.
_SUBJECTS = ("roof", "lease", "insurance", "footpath", "website", "boiler", "library", "fence", "meadow", "kitchen")


def subject(number: int) -> str:
    """A subject of its own for each number from 0."""
    turn, at = divmod(number, len(_SUBJECTS))
    return _SUBJECTS[at] if not turn else f"{('old', 'new', 'upper', 'lower')[(turn - 1) % 4]} {_SUBJECTS[at]}"


def item_title(number: int) -> str:
    return f"Repair of the {subject(number)}"


def task(number: int) -> str:
    return f"send the plan of the {subject(number)} to all members"


def decision(number: int, marker: str) -> str:
    verb = "be" if marker.lower().endswith("that") else "is"
    return f"the budget for the {subject(number)} {verb} approved"

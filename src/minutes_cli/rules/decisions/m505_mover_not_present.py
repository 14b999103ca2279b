"""Somebody moved or seconded a motion who was not there, as the attendance has it.

Why: Who is absent cannot move or second: the attendance or the name is wrong.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn

    Apologies: Dan Moss

    1. Minutes

    Moved by Ada Roe, seconded by Dan Moss, that the minutes be approved. Carried.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn

    Apologies: Dan Moss

    1. Minutes

    Moved by Ada Roe, seconded by Ben Cole, that the minutes be approved. Carried.
Fix: Mend the name, or move the person to those present, with the time at which they came.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.decisions.motions import attendees_named, decisions

_AWAY = ("apologies", "absent")


def check(subject: Subject) -> Iterator[Flag]:
    for path, one in decisions(subject):
        for did, field, name in (("moved", "mover", one.mover), ("seconded", "seconder", one.seconder)):
            people = attendees_named(subject, name) if name else []
            # who came late or left early has a note on it
            if people and all(person.status in _AWAY and not person.note for person in people):
                away = "sent apologies" if people[0].status == "apologies" else "was absent"
                place = subject.place(f"{path}/{field}", f"{path}/text")
                yield Flag(f"{name} {did} this, but {away}", place, f"{path}/{field}")


RULE = Rule("M505", "mover-not-present", "error", check)

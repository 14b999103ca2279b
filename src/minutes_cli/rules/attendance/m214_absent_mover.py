"""Somebody among the apologies moves or seconds a motion.

Why: Whoever is not there cannot move: the apologies or the names of the motion are wrong, and with them the decision.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew

    Apologies: Di Fox

    ## Welcome

    The chair welcomed all.

    ## Budget

    RESOLVED: That the budget be approved. Proposed by Di Fox, seconded by Ben Cole. Carried.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew

    Apologies: Di Fox

    ## Welcome

    The chair welcomed all.

    ## Budget

    RESOLVED: That the budget be approved. Proposed by Cy Dew, seconded by Ben Cole. Carried.
Fix: Mend the name of the mover, or move the person from the apologies to those present ("from item 3").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.names import same_person


def check(subject: Subject) -> Iterator[Flag]:
    """Full names alone: a surname may be that of somebody else."""
    away = [p.name for p in subject.minutes.attendees if p.status == "apologies" and not p.note and " " in p.name]
    for number, decision in enumerate(subject.minutes.decisions):
        for part in ("mover", "seconder"):
            name = getattr(decision, part) or ""
            if " " in name and any(same_person(name, other) for other in away):
                path = f"/decisions/{number}/{part}"
                said = "moves" if part == "mover" else "seconds"
                yield Flag(f"{name} sent apologies and {said} this", subject.place(path), path)


RULE = Rule("M214", "absent-mover", "warning", check)

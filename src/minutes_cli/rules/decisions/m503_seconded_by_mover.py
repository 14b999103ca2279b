"""One person moved and seconded a motion.

Why: A seconder has to be another than the mover: one of the two names is wrong, or the motion was not in order.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss

    1. Minutes

    Moved by Ada Roe, seconded by Ada Roe, that the minutes be approved. Carried.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss

    1. Minutes

    Moved by Ada Roe, seconded by Ben Cole, that the minutes be approved. Carried.
Fix: Ask who seconded the motion and mend the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.decisions.motions import attendees_named, decisions


def check(subject: Subject) -> Iterator[Flag]:
    for path, one in decisions(subject):
        if not one.mover or not one.seconder:
            continue
        # a surname that two bear may be both of them
        if one.mover.casefold() == one.seconder.casefold() and len(attendees_named(subject, one.mover)) < 2:
            place = subject.place(f"{path}/seconder", f"{path}/text")
            yield Flag(f"{one.mover} moved and seconded this motion", place, f"{path}/seconder")


RULE = Rule("M503", "seconded-by-mover", "error", check)

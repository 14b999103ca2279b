"""A motion has a mover and no seconder, where the other motions of these minutes have both.

Why: Under many standing orders a motion that nobody seconds is not put; a missing name puts the decision in doubt.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss

    1. Minutes

    Moved by Ada Roe, seconded by Ben Cole, that the minutes be approved. Carried.

    2. Jetty

    Moved by Cleo Dunn, seconded by Ben Cole, that the jetty be repaired. Carried.

    3. Slipway

    Moved by Dan Moss that the slipway be closed in winter. Carried.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss

    1. Minutes

    Moved by Ada Roe, seconded by Ben Cole, that the minutes be approved. Carried.

    2. Jetty

    Moved by Cleo Dunn, seconded by Ben Cole, that the jetty be repaired. Carried.

    3. Slipway

    Moved by Dan Moss, seconded by Cleo Dunn, that the slipway be closed in winter. Carried.
Fix: Add who seconded the motion; where nobody did, say that it fell for want of a seconder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.decisions.motions import Surroundings, decisions

# Minutes print seconders where so many motions have one, and more than this share of those with a mover.
_LEAST = 2
_SHARE = 0.6
# A seconder who is printed and was not read, or said to be missing.
# The end of a meeting is often moved without more ado.
_ENDS = re.compile(r"\b(?:adjourn|recess|close the meeting|end the meeting)", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:2nd|second)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    moved = [(path, one) for path, one in decisions(subject) if one.mover]
    seconded = sum(one.seconder is not None for _, one in moved)
    if seconded < _LEAST or seconded <= _SHARE * len(moved):
        return
    around = Surroundings(subject)
    for path, one in moved:
        if one.seconder is None and not _ENDS.search(one.text) and not _SECOND.search(around.of(path)):
            place = subject.place(f"{path}/text", f"{path}/mover")
            yield Flag(f"{one.mover} moved this, and nobody is named who seconded it", place, path)


RULE = Rule("M501", "motion-without-seconder", "warning", check)

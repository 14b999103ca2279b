"""A motion was moved and seconded, and the minutes do not say what became of it.

Why: Nobody can act on it, and at the next meeting two will remember two results.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss

    1. Minutes

    Moved by Ada Roe, seconded by Ben Cole, that the minutes be approved. Carried.

    2. Jetty

    Moved by Cleo Dunn, seconded by Ben Cole, that the jetty be repaired.

    3. Slipway

    Moved by Dan Moss, seconded by Ada Roe, that the slipway be closed in winter. Carried.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss

    1. Minutes

    Moved by Ada Roe, seconded by Ben Cole, that the minutes be approved. Carried.

    2. Jetty

    Moved by Cleo Dunn, seconded by Ben Cole, that the jetty be repaired. Defeated.

    3. Slipway

    Moved by Dan Moss, seconded by Ada Roe, that the slipway be closed in winter. Carried.
Fix: Add the outcome ("Carried.", "Defeated.", "Deferred to April."), with the votes where they were counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.decisions.motions import Surroundings, decisions

# Minutes print outcomes where more than this share of their motions has one.
_SHARE = 0.5
_OUTCOMES = ("decisions.carried", "decisions.defeated", "decisions.deferred", "decisions.withdrawn")


def check(subject: Subject) -> Iterator[Flag]:
    motions = [(path, one) for path, one in decisions(subject) if one.mover and one.seconder]
    if sum(one.outcome is not None for _, one in motions) <= _SHARE * len(motions):
        return
    told = re.compile(
        rf"\b(?:{subject.profile.alternatives(*_OUTCOMES)})\b|\b(?:yes|ayes?)\b\W{{1,3}}\d", re.IGNORECASE
    )
    # "Moved by A, seconded by B" and the resolution below it are one motion that was read as two
    settled = {(one.mover, one.seconder) for _, one in motions if one.outcome}
    around = Surroundings(subject)
    for path, one in motions:
        missing = one.outcome is None and one.votes is None and (one.mover, one.seconder) not in settled
        if missing and not told.search(around.of(path)):
            yield Flag("moved and seconded, but no outcome is recorded", subject.place(f"{path}/text"), path)


RULE = Rule("M502", "motion-without-outcome", "warning", check)

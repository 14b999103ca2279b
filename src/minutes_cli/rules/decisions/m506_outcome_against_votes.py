"""A motion is said to be carried with more votes against it than for it.

Why: One of the two is wrong, and the minutes are what the decision is proved by.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss, Eva Lund

    1. Jetty

    Moved by Ada Roe, seconded by Ben Cole, that the jetty be repaired. Carried with 2 in favour, 3 against.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss, Eva Lund

    1. Jetty

    Moved by Ada Roe, seconded by Ben Cole, that the jetty be repaired. Carried with 3 in favour, 2 against.
Fix: Look into the notes for the count and mend the figures or the outcome.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.decisions.motions import decisions


def check(subject: Subject) -> Iterator[Flag]:
    # a lost vote with more for than against may have needed two thirds, or have been one to deny
    for path, one in decisions(subject):
        if one.votes is None or one.votes.for_ is None or one.votes.against is None:
            continue
        yes, no = one.votes.for_, one.votes.against
        if one.outcome == "carried" and no > yes:
            place = subject.place(f"{path}/votes/against", f"{path}/text")
            yield Flag(f"carried with {yes} for and {no} against", place, f"{path}/outcome")


RULE = Rule("M506", "outcome-against-votes", "error", check)

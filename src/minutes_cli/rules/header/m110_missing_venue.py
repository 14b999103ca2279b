"""The minutes do not say where the meeting was.

Why: Where a meeting was, or that it was online, is part of its record; meetings open to the public must be.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Venue: The Old Boathouse

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Fix: Name the room or the kind of call ("Venue: The Old Boathouse", "Venue: online").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.header.missing import left_out


def check(subject: Subject) -> Iterator[Flag]:
    return left_out(subject, "venue", "no place of the meeting was found")


RULE = Rule("M110", "missing-venue", "info", check)

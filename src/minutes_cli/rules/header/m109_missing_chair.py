"""The minutes do not say who chaired the meeting.

Why: The chair signs the minutes, rules on order and, in many bodies, has a casting vote.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Chair: Ada Roe

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Fix: Name the chair in the attendance ("Ada Roe (Chair)") or on a line of its own ("Chair: Ada Roe").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.header.missing import left_out


def check(subject: Subject) -> Iterator[Flag]:
    return left_out(subject, "chair", "nobody was found who chaired the meeting")


RULE = Rule("M109", "missing-chair", "info", check)

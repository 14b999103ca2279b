"""The minutes do not say when the meeting began.

Why: How long a meeting was, and whether it was opened at the time it was called for, is part of its record.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025, 7.00 pm

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Fix: Put the time beside the date ("3 March 2025, 7.00 pm") or on a line of its own ("Time: 19:00").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.header.missing import left_out


def check(subject: Subject) -> Iterator[Flag]:
    return left_out(subject, "start_time", "no time at which the meeting began was found")


RULE = Rule("M106", "missing-start-time", "info", check)

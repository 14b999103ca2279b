"""The minutes do not say who took them.

Why: Who finds a mistake wants to know whom to tell.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    Minutes: Ben Cole

    ## Budget

    The budget was discussed.
Fix: Name the writer ("Minutes: Ben Cole").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.header.missing import left_out


def check(subject: Subject) -> Iterator[Flag]:
    return left_out(subject, "minute_taker", "nobody was found who took the minutes")


RULE = Rule("M114", "missing-minute-taker", "info", check, default=False)

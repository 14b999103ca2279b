"""The minutes do not say whose meeting it was.

Why: Minutes that have left their folder belong to nobody; meetings of one body are found and put in order by its name.
Flags:
    # Minutes, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Fix: Put the full name of the body into the title ("Minutes of the Harbour Trust, 3 March 2025").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.header.missing import left_out


def check(subject: Subject) -> Iterator[Flag]:
    return left_out(subject, "body", "no name of the organisation or committee that met was found")


RULE = Rule("M111", "missing-body", "info", check)

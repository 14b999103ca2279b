"""The numbers of the items begin anew.

Why: Two items are "item 1"; an action that names its item by the number may belong to either.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    The budget was discussed.

    ## 2. Jetty

    The jetty was discussed.

    ## 3. Crane

    The crane was discussed.

    ## 1. Close

    The chair thanked all.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    The budget was discussed.

    ## 2. Jetty

    The jetty was discussed.

    ## 3. Crane

    The crane was discussed.

    ## 4. Close

    The chair thanked all.
Fix: Count on, or give the second list a heading of its own and numbers such as 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.items.numbers import breaks


def check(subject: Subject) -> Iterator[Flag]:
    return breaks(subject, "restart")


RULE = Rule("M303", "item-number-restart", "info", check)

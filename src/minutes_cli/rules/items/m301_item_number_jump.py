"""The numbers of the items leave one out or go back.

Why: A reader looks for the missing item, and "see item 4" leads nowhere.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    The budget was discussed.

    ## 2. Jetty

    The jetty was discussed.

    ## 3. Harbour days

    The harbour days were discussed.

    ## 5. Crane

    The crane was discussed.

    ## 6. Close

    The chair thanked all.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    The budget was discussed.

    ## 2. Jetty

    The jetty was discussed.

    ## 3. Harbour days

    The harbour days were discussed.

    ## 4. Crane

    The crane was discussed.

    ## 5. Close

    The chair thanked all.
Fix: Number the items anew, or say why one is left out. --unsafe-fixes mends a single number whose neighbours fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.items.numbers import breaks


def check(subject: Subject) -> Iterator[Flag]:
    return breaks(subject, "jump")


RULE = Rule("M301", "item-number-jump", "warning", check, fixes="unsafe")

"""Two items that follow one another have the same number.

Why: Actions and decisions name their item by its number, which now is that of two.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    The budget was discussed.

    ## 2. Jetty

    The jetty was discussed.

    ## 3. Harbour days

    The harbour days were discussed.

    ## 3. Crane

    The crane was discussed.

    ## 5. Close

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
Fix: Give the second the next number. --unsafe-fixes does where the item behind it has the one after that.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.items.numbers import breaks


def check(subject: Subject) -> Iterator[Flag]:
    return breaks(subject, "repeat")


RULE = Rule("M302", "item-number-repeat", "warning", check, fixes="unsafe")

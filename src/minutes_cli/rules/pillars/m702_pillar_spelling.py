"""A pillar is spelt in two ways.

Why: A count by pillar takes "Protect" and "Protct" for two.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    Priority: Protect

    The budget was discussed.

    ## 2. Jetty

    Priority: Protect

    The jetty was discussed.

    ## 3. Crane

    Priority: Protct

    The crane was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    Priority: Protect

    The budget was discussed.

    ## 2. Jetty

    Priority: Protect

    The jetty was discussed.

    ## 3. Crane

    Priority: Protect

    The crane was discussed.
Fix: Write it as the plan does. --unsafe-fixes takes the plan's spelling, or else the usual one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, mending, place_of

_RIGHT = re.compile(r"” is “(?P<name>[^”]+)” ")


def check(subject: Subject) -> Iterator[Flag]:
    for told in subject.told("pillar-spelling"):
        place, right = place_of(told), _RIGHT.search(told.message)
        fix = mending(subject, place, right["name"], safe=False) if right else None
        yield Flag(told.message, place, told.path, fix=fix)


RULE = Rule("M702", "pillar-spelling", "warning", check, fixes="unsafe")

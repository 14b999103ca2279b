"""A National Insurance number stands in minutes that are to be published.

Why: With it and a name somebody can take a job or claim benefits as another. Judged only where the minutes are to be
published.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The new clerk (AB 12 34 56 C) begins in May.

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The new clerk begins in May.

    ## Slipway

    The slipway is clean.
Fix: Take it out: minutes never need it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.personal import personal

# As HMRC gives them: no D, F, I, Q, U, V in front, no O as second letter, and some pairs never.
_NUMBER = re.compile(r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b")


def check(subject: Subject) -> Iterator[Flag]:
    return personal(subject, _NUMBER, "a National Insurance number")


RULE = Rule("M824", "national-insurance-number", "error", check)

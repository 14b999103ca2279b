"""A date is on no calendar: 31 November, 30 February.

Why: Nobody can keep a day that does not exist, and nobody knows whether the day or the month is wrong.
Flags:
    # Minutes of the Harbour Trust, 5 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The quotes are to be sent in by 31 April 2025.
Passes:
    # Minutes of the Harbour Trust, 5 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The quotes are to be sent in by 30 April 2025.
Fix: Write the day that was meant; where it was the month's last, that is the 28th to 31st.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "impossible-date")


RULE = Rule("M102", "impossible-date", "error", check, kinds=("minutes", "agenda"))

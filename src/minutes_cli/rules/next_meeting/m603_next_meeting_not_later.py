"""The next meeting is not after this one.

Why: A date that is past when the minutes are written was taken over from older minutes or has the wrong year.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 7 April 2024
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 7 April 2025
Fix: Print the date of the meeting that comes, with its year, or mend the date of this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "next-meeting-not-later")


RULE = Rule("M603", "next-meeting-not-later", "error", check)

"""The minutes have no headings.

Why: Without them nobody finds a subject, no decision can be cited by its item, and a screen reader reads all of it.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    The budget was discussed.

    The jetty was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.

    ## Jetty

    The jetty was discussed.
Fix: Put a heading over each subject, in the style of a heading ("## Budget", Word's "Heading 2"), not in bold alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    if not subject.minutes.items:
        yield Flag("no agenda items were found", subject.place("/meeting/title"), "/items")


RULE = Rule("M309", "no-items", "info", check)

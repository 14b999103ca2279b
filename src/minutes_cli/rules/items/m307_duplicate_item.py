"""Two items have one title.

Why: Whoever is sent to "Budget" finds the first and misses the second.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.

    ## Jetty

    The jetty was discussed.

    ## Budget

    The budget was approved.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.

    ## Jetty

    The jetty was discussed.

    ## Approval of the budget

    The budget was approved.
Fix: Join the two, or say in the second title what is new ("Approval of the budget").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    """Under one heading: below two different ones "Questions" may stand twice."""
    seen: set[tuple[str | None, str]] = set()
    for number, item in enumerate(subject.minutes.items):
        key = (item.parent, " ".join(item.title.casefold().split()))
        if key in seen:
            path = f"/items/{number}/title"
            yield Flag(f"another item has the title “{item.title}” too", subject.place(path), path)
        seen.add(key)


RULE = Rule("M307", "duplicate-item", "info", check)

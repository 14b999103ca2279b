"""Items stand in another order than the template has them.

Why: Readers of many minutes of one body look for an item where it always is.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Any other business

    None.

    ## Matters arising

    None.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Matters arising

    None.

    ## Any other business

    None.
Fix: Move the item to its place; where the meeting itself took it earlier, say so in its text.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.items.sections import found_at


def check(subject: Subject) -> Iterator[Flag]:
    if subject.template is None or not subject.template.items.ordered:
        return
    placed = [(found_at(subject, section), section) for section in subject.template.items.sections]
    last, above = -1, ""
    for number, section in placed:
        if number is None:
            continue
        if number < last:
            path = f"/items/{number}/title"
            message = f"this item stands before “{above}”, in the template behind it"
            yield Flag(message, subject.place(path), path)
        else:
            last, above = number, section.title


RULE = Rule("M306", "section-order", "warning", check)

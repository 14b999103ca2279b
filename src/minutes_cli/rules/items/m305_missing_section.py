"""An item that the template demands is missing.

Why: Every meeting of the body has it; whoever looks for it must find at least that there was nothing.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.

    ## Any other business

    None.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Matters arising

    None.

    ## Budget

    The budget was discussed.

    ## Any other business

    None.
Fix: Add the item with the template's title, and "None" where there was nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.items.sections import found_at


def check(subject: Subject) -> Iterator[Flag]:
    for section in subject.template.items.sections if subject.template else ():
        if section.required and found_at(subject, section) is None:
            yield Flag(f"the item “{section.title}”, which the template demands, is missing", path="/items")


RULE = Rule("M305", "missing-section", "warning", check)

"""An item has no pillar, though the others have.

Why: In the report by pillar it is missing.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    The plan has three pillars: Protect, Renew and Listen.

    ## Budget

    Priority: Renew

    The budget was discussed.

    ## Jetty

    Priority: Protect

    The jetty was discussed.

    ## Harbour days

    Priority: Listen

    The harbour days were discussed.

    ## Crane

    The crane was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    The plan has three pillars: Protect, Renew and Listen.

    ## Budget

    Priority: Renew

    The budget was discussed.

    ## Jetty

    Priority: Protect

    The jetty was discussed.

    ## Harbour days

    Priority: Listen

    The harbour days were discussed.

    ## Crane

    Priority: Protect

    The crane was discussed.
Fix: Name the pillar below the title, as the others do ("Priority: Protect").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.pillars.tags import business

# Tags are the custom where so many items have them, and this share.
_LEAST, _SHARE = 3, 0.7


def check(subject: Subject) -> Iterator[Flag]:
    """Where the template wants tags, or nearly all have them; the routine of meetings serves no pillar."""
    items = business(subject)
    tagged = sum(bool(item.pillars) for _, item in items)
    demanded = subject.template is not None and subject.template.pillars.tagged
    if not demanded and tagged < max(_LEAST, _SHARE * len(items)):
        return
    for number, item in items:
        if not item.pillars:
            path = f"/items/{number}/title"
            yield Flag("this item has no pillar", subject.place(path), path)


RULE = Rule("M703", "untagged-item", "info", check)

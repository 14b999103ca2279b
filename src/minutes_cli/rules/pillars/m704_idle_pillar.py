"""No item is about one of the plan's pillars.

Why: Over some meetings every pillar should come up; one that never does is forgotten.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    Priority: Renew

    The budget was discussed.

    ## 2. Jetty

    Priority: Protect

    The jetty was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Budget

    Priority: Renew

    The budget was discussed.

    ## 2. Jetty

    Priority: Protect

    The jetty was discussed.

    ## 3. Harbour days

    Priority: Listen

    The harbour days were discussed.
Fix: Put the pillar on the agenda of the next meeting, or tag the item that is about it.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    """By the template's names, else by those of the profile, where some are tagged; "all pillars" is each."""
    template, profile = subject.template, subject.profile
    names = (template.pillars.names if template else ()) or profile.words("pillars.names")
    tags = {" ".join(tag.casefold().split()) for item in subject.minutes.items for tag in item.pillars}
    idle = [name for name in names if name.casefold() not in tags]
    if 0 < len(idle) < len(names) and not tags & set(profile.words("pillars.all")):
        yield Flag("no item is about " + " or ".join(f"“{name}”" for name in idle), path="/pillars")


RULE = Rule("M704", "idle-pillar", "info", check)

"""An item is tagged with a pillar that the plan does not have.

Why: Reports by pillar count what is tagged; under a name of its own the item is in none of them.
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

    ## Crane

    Priority: Repair

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

    ## Crane

    Priority: Protect

    The crane was discussed.
Fix: Write one of the plan's pillars. The plan's names belong into the template or the profile ([pillars] names).
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    """By the template's names where there are any, else as the parser found them."""
    names = subject.template.pillars.names if subject.template else ()
    if not names:
        yield from repeated(subject, "unknown-pillar")
        return
    known = {name.casefold() for name in (*names, *subject.profile.words("pillars.all"))}
    spelt = {told.path for told in subject.told("pillar-spelling")}
    for number, item in enumerate(subject.minutes.items):
        for place, tag in enumerate(item.pillars):
            path, folded = f"/items/{number}/pillars/{place}", " ".join(tag.casefold().split())
            if folded not in known and path not in spelt:
                known.add(folded)
                message = f"“{tag}” is none of the template's pillars: {', '.join(names)}"
                yield Flag(message, subject.place(path), path)


RULE = Rule("M701", "unknown-pillar", "warning", check)

"""The owner of an action is not written as the template has it: by initials, or by name.

Why: Owners written in one way can be found and counted at a glance, on paper as by program.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: Ben Cole to obtain three quotes.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: BC to obtain three quotes.
Fix: Write the owner in the form of the template; --unsafe-fixes does.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, mending


def check(subject: Subject) -> Iterator[Flag]:
    form = subject.template.actions.owner if subject.template else None
    if form is None:
        return
    initials = {person.name: person.abbreviation for person in subject.minutes.attendees}
    for number, action in enumerate(subject.minutes.actions):
        for at, owner in enumerate(action.owners):
            short = initials.get(owner.name or "")
            if not owner.name or not short:
                continue  # an office, a group, or somebody without initials is written as it can be
            wanted = short if form == "initials" else owner.name
            other = owner.name if form == "initials" else short
            if owner.as_written != other:
                continue
            path = f"/actions/{number}/owners/{at}"
            place = subject.place(f"{path}/as_written", f"/actions/{number}/text")
            fix = mending(subject, place, wanted, old=other, safe=False)
            yield Flag(f"“{other}” owns this action, the template has owners by {form}: {wanted}", place, path, fix=fix)


RULE = Rule("T012", "owner-form", "info", check, fixes="unsafe")

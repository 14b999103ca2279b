"""An action has several owners.

Why: Where two are to act each may wait for the other.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR and BC to obtain three quotes for the repair.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to obtain three quotes for the repair, with help from BC.
Fix: Name one who answers for it, and the others as helpers; or make it an action for each.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.actions.tasks import open_actions
from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    for path, action in open_actions(subject):
        if len(action.owners) > 1:
            names = " and ".join(owner.as_written for owner in action.owners)
            place = subject.place(f"{path}/owners/0/as_written", f"{path}/text")
            yield Flag(f"{names} are to do this together", place, path)


RULE = Rule("M408", "several-owners", "info", check)

"""An action names nobody who is to do it.

Why: An action that nobody owns is seldom done, and nobody can be asked about it.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    1. Jetty

    The jetty is rotten.

    Action: Obtain three quotes for the repair.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    1. Jetty

    The jetty is rotten.

    Action: AR to obtain three quotes for the repair.
Fix: Begin the action with the initials or the name of one person ("Action: AR to obtain …").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    for number, action in enumerate(subject.minutes.actions):
        if not action.owners and action.state == "open":
            path = f"/actions/{number}"
            yield Flag("nobody is named to do this action", subject.place(f"{path}/text"), path)


RULE = Rule("M401", "action-without-owner", "warning", check)

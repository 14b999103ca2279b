"""Somebody promised something in the discussion, and no action records it.

Why: A promise in the middle of a paragraph is not followed up: lists of actions do not have it.
Flags:
    # Accountability Meeting of the Police and Crime Commissioner, 3 March 2025

    Present: Ada Fenn, Police and Crime Commissioner (PCC); Bea Larch, Chief Constable (CC)

    ## Calls

    The PCC asked for the figures by hour. The CC said that she would send them by the end of the week.

    ## Cameras

    Nothing was said.
Passes:
    # Accountability Meeting of the Police and Crime Commissioner, 3 March 2025

    Present: Ada Fenn, Police and Crime Commissioner (PCC); Bea Larch, Chief Constable (CC)

    ## Calls

    The PCC asked for the figures by hour.

    Action: CC to send the figures by the end of the week.

    ## Cameras

    Nothing was said.
Fix: Add an action with its owner ("Action: CC to send …"), or leave it where no follow-up is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    for number, promise in enumerate(subject.minutes.commitments):
        if promise.action is None:
            path = f"/commitments/{number}"
            who = promise.by.as_written
            yield Flag(f"{who} promised this, and no action records it", subject.place(f"{path}/text"), path)


RULE = Rule("M407", "commitment-without-action", "info", check)

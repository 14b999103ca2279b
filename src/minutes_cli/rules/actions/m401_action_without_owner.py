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

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject

# Somebody is named in the wording: "Ann to write", "the executive should ask", "owner: Ben", "Cleo asks that".
_NAMES = re.compile(
    r"\b[A-Z][\w’'-]{0,30}\s(?:to|will|should|shall|must|(?:is|are|has|have) to|would|(?:request|ask)s? that)\s[a-z]"
    r"|^\W{0,3}(?:\w+\s){1,3}(?:should|will|shall|must|required to|to)\s[a-z]|\bowners?\b"
)
# Fewer words are rather a heading.
_LEAST_WORDS = 3
# "removed old links" tells what was done.
_DONE = re.compile(r"\W{0,3}\w{2,30}ed\s")


def check(subject: Subject) -> Iterator[Flag]:
    for number, action in enumerate(subject.minutes.actions):
        if not action.owners and action.state == "open" and _is_task_of_nobody(action.text):
            path = f"/actions/{number}"
            yield Flag("nobody is named to do this action", subject.place(f"{path}/text"), path)


def _is_task_of_nobody(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and not _NAMES.search(text) and not _DONE.match(text)


RULE = Rule("M401", "action-without-owner", "warning", check)

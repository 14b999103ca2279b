"""An action is due at a time that names no day.

Why: "As soon as possible" is never late: such an action stays open and is in no list of what is overdue.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to obtain three quotes for the repair as soon as possible.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to obtain three quotes for the repair by 14 March 2025.
Fix: Agree on a day, or on a meeting by which it is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Action
from minutes_cli.rules.actions.tasks import open_actions
from minutes_cli.rules.base import Flag, Rule, Subject

_SOME_TIME = re.compile(
    r"\b(?:a\.?s\.?a\.?p\b|as soon as (?:possible|practicable|practical|they can|(?:he|she) can)|"
    r"at (?:the|his|her|their) earliest|"
    r"in due course|shortly|soon(?!er)|when (?:possible|convenient)|when time (?:allows|permits)|in the near future|"
    r"some ?time|at some (?:point|stage))",
    re.IGNORECASE,
)
# In a column of due dates these tell no day either.
_IN_COLUMN = re.compile(
    r"\W*(?:tbc|tbd|tba|ongoing|on-going|continuous|various|to be (?:confirmed|agreed))\W*", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Flag]:
    for path, action in open_actions(subject):
        if words := _words(action):
            place = subject.place(f"{path}/due_text", f"{path}/text")
            yield Flag(f"“{words}” names no day on which this is due", place, path)


def _words(action: Action) -> str | None:
    if action.due:
        return None
    printed = action.due_text or action.text
    if _IN_COLUMN.fullmatch(printed):
        return printed.strip()
    found = _SOME_TIME.search(printed)
    return found[0] if found else None


RULE = Rule("M409", "due-without-day", "info", check)

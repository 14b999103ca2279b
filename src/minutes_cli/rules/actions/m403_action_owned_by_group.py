"""An action is laid on a group and on nobody in it.

Why: What everybody is to do, each leaves to the others.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: All to read the draft lease.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to send round the draft lease.
Fix: Name one person who sees to it, even where several are to act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.actions.tasks import open_actions
from minutes_cli.rules.base import Flag, Rule, Subject

_GROUP = re.compile(
    r"(?:all|everyone|everybody|anyone|members|both)\b.*|(?:the\s)?(?:[\w’'&-]+\s){0,4}"
    r"(?:board|committee|council|members|team|group|directors|trustees|staff|officers|executive|councillors|panel|"
    r"governors|everyone|all)",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Flag]:
    for path, action in open_actions(subject):
        owner = action.owners[0] if len(action.owners) == 1 else None
        if owner and owner.name is None and _GROUP.fullmatch(owner.as_written.strip()):
            place = subject.place(f"{path}/owners/0/as_written", f"{path}/text")
            yield Flag(f"“{owner.as_written}” is a group: nobody in it owns this action", place, path)


RULE = Rule("M403", "action-owned-by-group", "info", check)

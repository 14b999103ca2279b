"""The same action stands in the minutes twice, with the same owner.

Why: One of the two will be closed and the other carried over for ever.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to obtain three quotes for the repair.

    ## Budget

    Action: AR to obtain three quotes for the repair.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to obtain three quotes for the repair of the jetty.

    ## Budget

    Action: AR to obtain three quotes for the repair of the slipway.
Fix: Take one of the two out, or word it so that the difference shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.document import Place
from minutes_cli.rules.actions.tasks import open_actions, task_of
from minutes_cli.rules.base import Flag, Rule, Subject

# "AR to report back" may well be said twice in one meeting.
_LEAST_WORDS = 5


def check(subject: Subject) -> Iterator[Flag]:
    seen: dict[tuple[str, ...], Place | None] = {}
    for path, action in open_actions(subject):
        words = re.findall(r"\w+", task_of(action).casefold())
        key = (*sorted(owner.as_written.casefold() for owner in action.owners), "", *words)
        if len(words) < _LEAST_WORDS:
            continue
        place = subject.place(f"{path}/text")
        # what stands further up than the one before was told once more in a list at the end
        if key in seen and not _is_before(place, seen[key]):
            yield Flag("this action stands further up already, with the same owner", place, path)
        seen.setdefault(key, place)


def _is_before(one: Place | None, other: Place | None) -> bool:
    return bool(one and other and ((one.page or 0) < (other.page or 0) or (one.line or 0) < (other.line or 0)))


RULE = Rule("M410", "action-twice", "warning", check)

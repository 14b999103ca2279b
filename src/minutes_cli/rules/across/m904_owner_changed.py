"""An action has another owner than the minutes before gave it, and nothing says so.

Why: The one was told to do it, the other now has to; where it is a slip neither will.
Flags: "AR to obtain three quotes" in March is "BC to obtain three quotes" in April.
Passes: In April it reads "BC to obtain three quotes (taken over from AR)".
Fix: Mend the owner, or note that the action was handed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Action
from minutes_cli.rules.across.meetings import Series, steps
from minutes_cli.rules.base import Flag, Rule
from minutes_cli.text.days import short_date

_SAID = re.compile(
    r"\b(?:taken over|takes? over|took over|handed (?:over|to)|hand(?:s|ing)? over|"
    r"re-?assigned|re-?allocated|transferred|passed to|instead|in place of|on behalf|new owner|now with|picked up)\b",
    re.IGNORECASE,
)


def across(series: Series) -> Iterator[tuple[int, Flag]]:
    for chain in series.chains:
        for _, told in chain.followed:
            for before, after in steps(told):
                one, other = _names(before.action), _names(after.action)
                if not one or not other or one & other or after.action.update:
                    continue
                if _SAID.search(after.action.text):
                    continue
                place = after.meeting.subject.place(f"{after.path}/owners/0/as_written", f"{after.path}/text")
                was, now = _listed(before.action), _listed(after.action)
                when = short_date(before.meeting.subject.minutes.meeting.date)
                message = f"{now} is to do this now, on {when} it was {was}"
                yield after.meeting.at, Flag(message, place, f"{after.path}/owners")


def _names(action: Action) -> set[str]:
    return {name.casefold() for owner in action.owners for name in (owner.as_written, owner.name) if name}


def _listed(action: Action) -> str:
    return " and ".join(owner.as_written for owner in action.owners)


RULE = Rule("M904", "owner-changed", "info", across=across)

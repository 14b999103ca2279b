"""An action has another due date than the minutes before gave it, and nothing says that it was moved.

Why: A date that moves without a word hides that the action is late.
Flags: "AR to obtain three quotes by 28 March 2025" in March is due "by 30 May 2025" in April.
Passes: In April its update reads "Extended to 30 May 2025: one quote is missing".
Fix: Mend the date, or note that it was moved and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.across.meetings import Series, steps
from minutes_cli.rules.base import Flag, Rule
from minutes_cli.text.days import long_date


def across(series: Series) -> Iterator[tuple[int, Flag]]:
    for chain in series.chains:
        for _, told in chain.followed:
            for before, after in steps(told):
                was, now = before.action.due, after.action.due
                if was and now and was != now and not after.action.update and after.action.state == "open":
                    place = after.meeting.subject.place(f"{after.path}/due", f"{after.path}/text")
                    message = f"due on {long_date(now)} now, on {long_date(was)} in the minutes before"
                    yield after.meeting.at, Flag(message, place, f"{after.path}/due")


RULE = Rule("M905", "due-changed", "info", across=across)

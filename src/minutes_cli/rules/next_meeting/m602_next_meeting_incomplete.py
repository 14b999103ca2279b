"""The minutes lack something of the next meeting that the template asks for.

Why: A date without an hour and a place brings nobody to the right door.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 7 April 2025
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 7 April 2025, 10:00, Old Boathouse Hall
Fix: Add what is missing to the line on the next meeting, or change `next_meeting` in the template.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    asked = subject.template.next_meeting if subject.template else ()
    following = subject.minutes.next_meeting
    missing: list[str] = [field for field in asked if following is None or getattr(following, field) is None]
    if not missing:
        return
    if following is None:
        yield Flag(f"no next meeting was found, the template asks for its {_listed(missing)}", None, "/next_meeting")
        return
    place = subject.place(*(f"/next_meeting/{field}" for field in ("date", "time", "venue", "kind")))
    yield Flag(f"the next meeting lacks its {_listed(missing)}", place, f"/next_meeting/{missing[0]}")


def _listed(words: list[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]


RULE = Rule("M602", "next-meeting-incomplete", "warning", check)

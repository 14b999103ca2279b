"""The minutes do not say when the next meeting is.

Why: Who missed the meeting learns from the minutes when to come; and a term such as "by the next meeting" has no day.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.

    Next meeting: 7 April 2025
Fix: End the minutes with a line such as "Next meeting: 7 April 2025, 10:00, Old Boathouse".
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    asked = subject.template.next_meeting if subject.template else ()
    if subject.minutes.next_meeting is None and not asked:
        yield Flag("no next meeting was found", None, "/next_meeting")


RULE = Rule("M601", "missing-next-meeting", "info", check)

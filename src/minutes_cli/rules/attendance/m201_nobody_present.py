"""The minutes record nobody who attended.

Why: Who was there decides whether the meeting could decide anything, and who can be asked what was said.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    ## Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.
Fix: Name everybody below the heading ("Present: Ada Roe, Ben Cole"; "Apologies: none").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.attendance.people import heading
from minutes_cli.rules.base import Flag, Rule, Subject

# Where one of these stands somebody was recorded, be it in words that name nobody: "(all members present)".
_RECORDED = re.compile(
    r"\b(?:present|attendance|attendees?|attended|attending|apologies|absent|participants|roll call)\b", re.IGNORECASE
)
_ANYWHERE = re.compile(r"\b(?:present|absent|attendees|in attendance)\s?:|\bmembers present\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    if subject.minutes.attendees or _RECORDED.search(heading(subject)) or _ANYWHERE.search(subject.text):
        return
    yield Flag("nobody is recorded as having attended", subject.place("/meeting/title"), "/attendees")


RULE = Rule("M201", "nobody-present", "warning", check)

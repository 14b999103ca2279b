"""The minutes say when the meeting began but not when it ended.

Why: Without it nobody can tell how long the meeting was, nor whether somebody who left early missed a vote.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Time: 14:30

    Present: Ada Roe, Ben Cole

    ## Close

    The chair thanked everybody and closed the meeting.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Time: 14:30

    Present: Ada Roe, Ben Cole

    ## Close

    The chair thanked everybody. The meeting closed at 16:15.
Fix: End with the time ("The meeting closed at 16:15.") or print it in the heading ("Time: 14:30 – 16:15").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, at
from minutes_cli.rules.header.missing import left_out

# The meeting ends within so many of the last paragraphs; before them roads and cases are closed.
_LAST = 5


def check(subject: Subject) -> Iterator[Flag]:
    """Where a sentence says that the meeting ended the finding stands there."""
    if subject.minutes.meeting.start_time is None:
        return
    closing = re.compile(rf"\b(?:{subject.profile.alternatives('meeting.closed')})\b", re.IGNORECASE)
    for flag in left_out(subject, "end_time", "no time at which the meeting ended was found"):
        said = [(p, found) for p in subject.body[-_LAST:] for found in closing.finditer(p.text)]
        place = at(said[-1][0], *said[-1][1].span()) if said else flag.place
        yield flag._replace(place=place)


RULE = Rule("M108", "missing-end-time", "info", check)

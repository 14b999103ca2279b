"""The heading leaves out something that the template demands.

Why: The body has settled what the heading of its minutes tells; who looks for it there must find it.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Chair: Ada Roe

    Present: Ada Roe, Ben Cole
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Chair: Ada Roe

    Venue: The Old Boathouse

    Present: Ada Roe, Ben Cole
Fix: Put the missing line into the heading as the template has it ("Venue: …").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject

_NAMES = {
    "title": "the title",
    "body": "the name of the body",
    "start_time": "the time at which the meeting began",
    "end_time": "the time at which the meeting ended",
    "venue": "the place",
    "chair": "who chaired",
    "minute_taker": "who took the minutes",
}


def check(subject: Subject) -> Iterator[Flag]:
    """The date is left to the rule that tells it without a template."""
    for field in subject.template.meeting.required if subject.template else ():
        if field != "date" and getattr(subject.minutes.meeting, field) is None:
            message = f"nothing tells {_NAMES[field]}, which the template demands"
            yield Flag(message, subject.place("/meeting/title"), f"/meeting/{field}")


RULE = Rule("M115", "required-field", "warning", check)

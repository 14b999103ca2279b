"""Who chaired the meeting is not recorded as having been there.

Why: Whoever chairs counts for the quorum and has a vote, often two.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Chair: Ada Roe

    Present: Ben Cole, Cy Dew, Di Fox, Eve Gray

    Apologies: Ada Roe
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Chair: Ben Cole

    Present: Ben Cole, Cy Dew, Di Fox, Eve Gray

    Apologies: Ada Roe
Fix: Name whoever took the chair that day; add the name to those present.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.names import same_person


def check(subject: Subject) -> Iterator[Flag]:
    """Only who sent apologies: a chair whom the list of the others leaves out is named by the line on the chair."""
    chair = subject.minutes.meeting.chair
    for number, person in enumerate(subject.minutes.attendees):
        if chair and person.status == "apologies" and not person.note and same_person(person.name, chair):
            message = f"{chair} chaired the meeting and is among the apologies"
            yield Flag(message, subject.place("/meeting/chair"), f"/attendees/{number}/status")


RULE = Rule("M211", "chair-not-present", "warning", check)

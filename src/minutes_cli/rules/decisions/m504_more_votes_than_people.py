"""More votes were counted than people attended.

Why: The count or the attendance is wrong; a decision that was narrowly carried can be challenged over it.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss

    1. Jetty

    Moved by Ada Roe, seconded by Ben Cole, that the jetty be repaired. Carried with 4 in favour, 2 against.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cleo Dunn, Dan Moss

    1. Jetty

    Moved by Ada Roe, seconded by Ben Cole, that the jetty be repaired. Carried with 3 in favour, 1 against.
Fix: Compare the count with the attendance, and note in it who joined later or voted by proxy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.decisions.motions import decisions

# Fewer names than this are those of officers, and the rest of the meeting is not listed.
_LEAST_PRESENT = 3
# So many times more than were named are those of a meeting whose attendance lists its officers alone.
_MOST = 3
# Of these bodies the attendance names everybody who votes, be the count as wrong as it may.
_WHOLE = re.compile(r"\b(?:council|committee|board|cabinet|trustees|governors|directors)\b", re.IGNORECASE)
# Here those vote who came to listen to others.
_OPEN = re.compile(
    r"\b(?:annual|general|parish|town|public|members['’]?|membership) meeting\b|\bA\.?G\.?M\b", re.IGNORECASE
)
# People who vote without being named, and figures that are no counts of hands.
_UNNAMED = re.compile(
    r"\b(?:proxy|proxies|postal|ballot|\d+ members(?! of (?:the )?public)|others|residents|shareholders)\b",
    re.IGNORECASE,
)

_PUBLIC = re.compile(r"\b(?:members of (?:the )?public|public present)\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    came = _voters(subject)
    if came < _LEAST_PRESENT or any(_UNNAMED.search(paragraph.text) for paragraph in subject.body):
        return
    title = f"{subject.minutes.meeting.title or ''} {subject.minutes.meeting.body or ''}"
    is_open = _OPEN.search(title) is not None
    if is_open and _PUBLIC.search(subject.text):
        return
    whole = _WHOLE.search(title) is not None and not is_open
    for path, one in decisions(subject):
        if one.votes is None:
            continue
        cast = sum(filter(None, (one.votes.for_, one.votes.against, one.votes.abstain)))
        if came < cast and (whole or cast <= _MOST * came):
            place = subject.place(f"{path}/votes/for", f"{path}/votes/against", f"{path}/text")
            yield Flag(f"{cast} votes, but the attendance names {came} people", place, f"{path}/votes")


def _voters(subject: Subject) -> int:
    """How many came who may vote: where members are listed apart, whoever is merely in attendance does not."""
    came = [person.status for person in subject.minutes.attendees]
    present = came.count("present")
    return present if present >= _LEAST_PRESENT else present + came.count("in_attendance")


RULE = Rule("M504", "more-votes-than-people", "warning", check)

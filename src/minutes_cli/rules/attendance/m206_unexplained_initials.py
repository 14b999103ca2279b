"""Somebody speaks under initials that the minutes explain nowhere.

Why: Who was not there, and in ten years everybody, cannot know who "LW" was.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC), Cy Dew (CD), Di Fox (DF)

    ## Welcome

    The chair welcomed all.

    ## Jetty

    AR asked who would pay. BC said that the trust would pay.

    LW said that the jetty was rotten.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC), Cy Dew (CD), Di Fox (DF), Lou West (LW)

    ## Welcome

    The chair welcomed all.

    ## Jetty

    AR asked who would pay. BC said that the trust would pay.

    LW said that the jetty was rotten.
Fix: Put the initials behind the name in the attendance ("Lou West (LW)"), or mend them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.attendance.people import INITIALS, heading, speakers
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.names import initials_forms

# So many different people speak under initials where that is the custom.
_LEAST_USED = 2
_SHORT = re.compile(r"(?:[(“\"]|\bthe |=\s?)(?P<short>[A-Z]{2,3})\b")


def check(subject: Subject) -> Iterator[Flag]:
    """Where others speak under initials that can be settled."""
    spoken = list(speakers(subject))
    used = {speaker.as_written for speaker, _, _ in spoken if speaker.name and INITIALS.fullmatch(speaker.as_written)}
    if len(used) < _LEAST_USED:
        return
    unsettled = {who.as_written: path for who, path, _ in reversed(spoken) if not who.name}
    unsettled = {short: path for short, path in unsettled.items() if INITIALS.fullmatch(short)}
    known = _explained(subject) if unsettled else set()
    for short, path in reversed(unsettled.items()):
        if short not in known:
            yield Flag(f"nothing says who “{short}” is", subject.place(path), path)


def _explained(subject: Subject) -> set[str]:
    """Short forms in brackets or behind "the", those that the heading has, and those that names in it would make."""
    head = heading(subject)
    words = re.findall(r"[\w’'.-]+", head)
    names = [" ".join(words[at : at + count]) for count in (2, 3, 4) for at in range(len(words) - count + 1)]
    return {
        *(found["short"] for found in _SHORT.finditer(subject.text)),
        *re.findall(r"\b[A-Z]{2,3}\b", head),
        *(short.upper() for short in subject.profile.offices),
        *(form for name in names if name[0].isupper() for form in initials_forms(name)),
        *(form for person in subject.minutes.attendees for form in initials_forms(person.name)),
    }


RULE = Rule("M206", "unexplained-initials", "warning", check)

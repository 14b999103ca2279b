"""A name is spelt otherwise than in the attendance.

Why: One of the two is wrong. Nobody likes to be "Smyth" who is "Smith", and a search finds one spelling only.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Elmsley

    ## Welcome

    The chair welcomed all.

    ## Jetty

    Ben Elmsly reported that the jetty was rotten.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Elmsley

    ## Welcome

    The chair welcomed all.

    ## Jetty

    Ben Elmsley reported that the jetty was rotten.
Fix: Ask the person, and write the name so in both places. --unsafe-fixes trusts the attendance.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, mending, place_of


def check(subject: Subject) -> Iterator[Flag]:
    """Without the path of the attendee: the fault stands in an item."""
    for told in subject.told("name-spelling"):
        place = place_of(told)
        number = (told.path or "").split("/")[2:3]
        name = subject.minutes.attendees[int(number[0])].name if number else ""
        fix = mending(subject, place, name.split()[-1], safe=False) if name else None
        yield Flag(told.message, place, fix=fix)


RULE = Rule("M210", "name-spelling", "warning", check, fixes="unsafe")

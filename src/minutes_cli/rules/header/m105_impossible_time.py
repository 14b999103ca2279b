"""A time of day is on no clock, or counts 24 hours and says am or pm: "14:30pm".

Why: "14:30pm" is understood but careless, "14:30am" and "9.75 pm" may mean several times.
Flags:
    # Minutes of the Harbour Trust, 5 March 2025

    Time: 14:30pm

    Present: Ada Roe, Ben Cole
Passes:
    # Minutes of the Harbour Trust, 5 March 2025

    Time: 14:30

    Present: Ada Roe, Ben Cole
Fix: Write 14:30 or 2.30 pm. --fix takes the "pm" off an hour from 13 to 23; what else was meant only the writer knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.document import Place
from minutes_cli.model.source_text import Fix
from minutes_cli.rules.base import Flag, Rule, Subject, mending, place_of

_AFTERNOON = re.compile(r"(?P<clock>(?:1[3-9]|2[0-3])[:.]?[0-5]\d)\s?p\.?\s?m", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    for told in subject.told("impossible-time"):
        place = place_of(told)
        yield Flag(told.message, place, told.path, fix=_fix(subject, place))


def _fix(subject: Subject, place: Place | None) -> Fix | None:
    """Without "pm", which says of the hours from 13 on what they say themselves."""
    found = _AFTERNOON.fullmatch(place.quote) if place else None
    if place is None or found is None:
        return None
    line = subject.source.by_address.get(place.line or place.block or "", "")
    # the point of "p.m." is part of it, unless the sentence ends there
    dotted = "." in place.quote[found.end("clock") :] and re.search(
        rf"{re.escape(place.quote)}\.(?=[,;)]|\s+[a-z(]|–)", line
    )
    return mending(subject, place, found["clock"], old=place.quote + "." if dotted else place.quote, safe=True)


RULE = Rule("M105", "impossible-time", "warning", check, kinds=("minutes", "agenda"), fixes="safe")

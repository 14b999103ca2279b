"""The address of a home stands in minutes that are to be published.

Why: Where somebody lives is for that person to tell. Judged only where the minutes are to be published.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    Mr Finn Gray of 12 Quay Street, Saltham, AB1 2CD asked for a mooring.

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    A resident of Quay Street asked for a mooring.

    ## Slipway

    The slipway is clean.
Fix: Write "a resident of Quay Street", or leave the address out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.personal import personal

_STREET = (
    r"(?:street|road|lane|avenue|close|drive|way|court|crescent|gardens|terrace|place|square|row|hill|grove|st|rd|ave)"
)
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
# A person before it, or words on where somebody lives, make it a home and no hall.
_HOME = re.compile(
    rf"\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s(?:[A-Z][\w’'-]{{0,30}}\s){{1,3}}of|(?:home|private|postal) address\s?(?:is|:)?|"
    rf"(?:lives?|living|residing|resides?) at|resident at|residents? of(?=\s\d))[\s,]{{1,3}}"
    rf"(?P<it>\d{{1,4}}[A-Za-z]?,?\s(?:[A-Z][\w’'-]{{0,30}}\s){{1,3}}(?i:{_STREET})\b"
    rf"(?:,\s?[A-Z][a-z’'-]{{1,30}}(?:\s[A-Z][a-z’'-]{{1,30}}){{0,2}}){{0,3}}(?:[,\s]{{1,3}}{_POSTCODE})?|{_POSTCODE})"
)


def check(subject: Subject) -> Iterator[Flag]:
    return personal(subject, _HOME, "the address of a home")


RULE = Rule("M823", "home-address", "warning", check)

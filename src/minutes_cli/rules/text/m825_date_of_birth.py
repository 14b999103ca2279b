"""A date of birth stands in minutes that are to be published.

Why: With a name and an address it opens accounts. Judged only where the minutes are to be published.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    Finn Gray, born 4 May 1961, was co-opted.

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    Finn Gray was co-opted.

    ## Slipway

    The slipway is clean.
Fix: Take it out; where age matters give the age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.personal import personal

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s\d{{4}}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
)
_BORN = re.compile(rf"\b(?:date of birth|d\.?o\.?b\.?|born(?: on)?)[\s:]{{1,4}}(?P<it>{_DAY})", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    return personal(subject, _BORN, "a date of birth")


RULE = Rule("M825", "date-of-birth", "error", check)

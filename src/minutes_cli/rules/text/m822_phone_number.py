"""A phone number stands in minutes that are to be published.

Why: Whoever gave it to the meeting did not give it to everybody. Judged only where the minutes are to be published.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    Ring Ada Roe on 07700 900123 about the keys.

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    Ring the office about the keys.

    ## Slipway

    The slipway is clean.
Fix: Leave the number out, or give that of the office on the website.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.personal import Hit, personal

# In the United Kingdom: of a region (01, 02) or a mobile (07); what begins 03 or 08 belongs to no home.
_NUMBER = re.compile(r"(?<![\w+/.-])(?:\+44\s?(?:\(0\)\s?)?|0|\(0)[127]\d{1,4}\)?(?:[\s-]?\d{2,6}){1,4}(?![\w/-])")
_DIGITS = range(10, 12)
# A line on whom to ask tells the number of an office.
_OFFICE = re.compile(r"\W*(?:contact|tel|telephone|phone|enquiries|office|officer)\b", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}-\d{1,2}-\d{2,4}$")


def check(subject: Subject) -> Iterator[Flag]:
    return personal(subject, _NUMBER, "a phone number", _is_number)


def _is_number(hit: Hit) -> bool:
    digits = re.sub(r"\D", "", hit[0].replace("(0)", ""))
    national = f"0{digits[2:]}" if hit[0].startswith("+44") else digits
    meant = not national.startswith("07") and _OFFICE.match(hit.string)
    return len(national) in _DIGITS and not _DATE.match(hit[0]) and not meant


RULE = Rule("M822", "phone-number", "warning", check)

"""An e-mail address of a person stands in minutes that are to be published.

Why: Addresses on the web are collected for spam and fraud, and few have agreed to theirs being there. Judged only where
the minutes are to be published.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    Quotes go to ada.roe@harbour-trust.example by Friday.

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    Quotes go to the clerk by Friday.

    ## Slipway

    The slipway is clean.
Fix: Name the office instead of the address, or give that of the office (clerk@…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.personal import Hit, personal

_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}\b")
# Boxes of an office are meant to be known.
_OFFICE = re.compile(
    r"(?:info|office|clerk|admin|administration|contact|enquir(?:y|ies)|inquir(?:y|ies)|secretary|chair|treasurer|help|"
    r"hello|mail|post|press|media|support|webmaster|noreply|no-reply|board|council|committee|members|membership|planning|"
    r"townclerk|parishclerk|democratic[.-]?services|complaints|feedback|foi|dpo|data[.-]?protection|events|bookings)"
    r"[\w.+-]{0,20}@",
    re.IGNORECASE,
)


# "ada.roe", "a_roe": names with something between.
_TWO_NAMES = re.compile(r"[A-Za-z]{1,30}[._-][A-Za-z]{2,30}\d{0,4}@")
_LEAST_LETTERS = 3


def check(subject: Subject) -> Iterator[Flag]:
    names = {word for person in subject.minutes.attendees for word in re.findall(r"\w+", person.name.casefold())}
    known = {name for name in names if len(name) >= _LEAST_LETTERS}

    def is_persons(hit: Hit) -> bool:
        box = hit[0].partition("@")[0].casefold()
        return not _OFFICE.match(hit[0]) and bool(_TWO_NAMES.match(hit[0]) or any(name in box for name in known))

    return personal(subject, _ADDRESS, "an e-mail address", is_persons)


RULE = Rule("M821", "email-address", "warning", check)

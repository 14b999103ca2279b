"""How somebody was at a meeting: the status and what the minutes print beside the name."""

from __future__ import annotations

import re

from minutes_cli.model.attendance import Attended
from minutes_cli.model.records import Seat

# "Cllr Roe (substitute for Cllr Poe)", "(sub)", "deputising for the DCC", "Chief Superintendent (for DCC Poe)"; a
# sub-committee and a deputy chair are offices
_STANDS_IN = re.compile(
    r"\b(?:substitut(?:e[sd]?|ing|ion)\b|sub\b(?![- ]?(?:committee|group|panel|regional|editor))|deputi[sz](?:ing|ed)\b"
    r"|standing in\b|in (?:the )?place of\b|on behalf of\b|(?:alternate|proxy) for\b)|(?:^|\()for (?=[A-Z])",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|place of|behalf of)\s{1,3}(?P<who>[^();,:]{2,60})")
# what only a remark says, and what is as clear in a role ("Chair until item 4" chaired so long)
_PART = re.compile(
    r"\b(?:part\b|partial|until|till|from (?:agenda )?items?|from (?:about |around )?\d|for (?:agenda )?items?"
    r"|items?\s\d|(?:after|before|since|at) \d|arriv\w{1,5}|left|leaving|departed|late\b|early\b"
    r"|join(?:ed|ing)(?! (?:by|via|on|online|remotely|through|virtually)\b))",
    re.IGNORECASE,
)
_PART_IN_ROLE = re.compile(
    r"(?<!chair )(?<!chaired )(?<!chairing )\b(?:(?:from|until|for) (?:agenda )?items?\s\d"
    r"|part (?:of (?:the )?)?meeting|(?:joined|left|arrived)\b)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s{0,3}\(([^()]{0,80})\)")


def bare_name(name: str) -> str:
    """The name without remarks in brackets."""
    return _BRACKETS.sub("", name).strip() or name


def presence_of(seat: Seat) -> Attended:
    """How the person was there; to stand in for another tells more than to be there for a part."""
    inner = " ".join(_BRACKETS.findall(seat.name))
    remarks = "; ".join(filter(None, (seat.note, inner)))
    if seat.status in ("apologies", "absent"):
        return Attended(sitting=seat.sitting, presence=seat.status, remark=remarks or None)
    role = seat.role or ""
    for said in (remarks, role):
        if _STANDS_IN.search(said):
            whose = _FOR.search(said)
            told = "; ".join(filter(None, (remarks, role if said is role else "")))
            return Attended(
                sitting=seat.sitting,
                presence="substitute",
                remark=told,
                stands_in_for=whose["who"].strip() if whose else None,
            )
    if _PART.search(remarks):
        return Attended(sitting=seat.sitting, presence="part", remark=remarks)
    if _PART_IN_ROLE.search(role):
        return Attended(sitting=seat.sitting, presence="part", remark=role)
    return Attended(sitting=seat.sitting, presence=seat.status, remark=remarks or None)

"""An item is on the minutes of the last meeting, and it does not say that they were approved.

Why: Until a meeting approves them, minutes are a draft of whoever wrote them.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    1. Minutes of the last meeting

    The secretary had sent them round.

    2. Jetty

    The jetty is rotten.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    1. Minutes of the last meeting

    The minutes of 3 February were approved.

    2. Jetty

    The jetty is rotten.
Fix: Add "The minutes of … were approved", with the changes that were asked for, or why they were not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject

_ITEM = re.compile(
    r"\b(?:previous|last|past)\b.{0,40}\b(?:minutes|notes)\b|\b(?:minutes|notes)\b.{0,60}\b(?:previous|last|past|held)\b|"
    r"\b(?:approval|approve|adoption|adopt|confirmation|confirm|agree)\b.{0,40}\bminutes\b",
    re.IGNORECASE,
)
# Items on what came of the minutes, and titles that tell the approval themselves.
_OTHER = re.compile(r"\b(?:arising|actions?|approved|agreed|accepted|adopted|confirmed|log)\b", re.IGNORECASE)
_APPROVED = re.compile(
    r"\b(?:approve[sd]?|approving|agreed?|accept(?:ed|ance)|adopt(?:ed|ion)|confirm(?:ed|ation)|signed|ratified|passed|"
    r"carried|moved|motion|proposed|seconded|noted|taken as read|(?:correct|true|accurate|fair) record|resolved|"
    r"no (?:objections?|comments|changes|amendments|corrections)|granted|unanimous\w*)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Flag]:
    for number, item in enumerate(subject.minutes.items):
        if not _ITEM.search(item.title) or _OTHER.search(item.title):
            continue
        held = {item.id} | {one.id for one in subject.minutes.items if one.parent == item.id}
        said = "\n".join("\n".join(one.paragraphs) for one in subject.minutes.items if one.id in held)
        decided = any(one.item and one.item in (item.number, item.title) for one in subject.minutes.decisions)
        # an item without a word is another fault
        if said.strip() and not decided and not _APPROVED.search(said):
            path = f"/items/{number}"
            place = subject.place(f"{path}/title")
            yield Flag("these minutes do not say that those of the last meeting were approved", place, path)


RULE = Rule("M902", "minutes-not-approved", "warning", check)

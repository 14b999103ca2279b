"""Initials that own an action and that nobody at the meeting bears."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.draft import Action
from minutes_cli.parser.slips.record import Record, quoted, slip
from minutes_cli.text.names import initials_forms

# Longer ones are bodies ("HMICFRS"), shorter ones no initials.
_INITIALS = re.compile(r"[A-Z]{2,3}")
# Initials can be judged where the attendance gives them for so many people, and for this share of all.
_LEAST_GIVEN = 3
_LEAST_SHARE = 0.5
# Where they are printed beside every name of those present, fewer are enough.
_LEAST_OF_ALL = 2
_NO_PERSON = frozenset(("ALL", "TBC", "TBD", "TBA", "NA", "IT", "ICT", "HR", "PR", "UK", "EU", "US"))


def find(record: Record) -> Iterator[Diagnostic]:
    """Only initials are judged, and only where the minutes use initials for those who came."""
    people = record.minutes.attendees
    given = {person.abbreviation.upper() for person in people if person.abbreviation}
    borne = given | {form for person in people for form in initials_forms(person.name)}
    used = {o.as_written for a in record.minutes.actions for o in a.owners if o.name and o.as_written in borne}
    present = [person.abbreviation for person in people if person.status == "present"]
    complete = len(present) >= _LEAST_OF_ALL and all(present)
    if not complete and len(given | used) < max(_LEAST_GIVEN, _LEAST_SHARE * len(people)):
        return
    known = borne | {short.upper() for short in record.profile.offices} | _NO_PERSON | _explained(record)
    told: set[str] = set()
    for number, action in enumerate(record.minutes.actions):
        draft = record.draft.actions[number]
        if action.state == "closed" or draft.state_fact or _is_carried(record, draft):
            continue  # whoever took it on was at an earlier meeting
        for place, owner in enumerate(action.owners):
            short = owner.as_written
            if owner.name or not _INITIALS.fullmatch(short) or short in known | told:
                continue
            told.add(short)
            yield slip(
                "unknown-owner",
                f"{quoted(short)} is to act, but nobody in the attendance bears these initials",
                next(iter(draft.owners[place].quotes), None),
                f"/actions/{number}/owners/{place}/as_written",
            )


def _is_carried(record: Record, action: Action) -> bool:
    item = record.draft.item_at(action.place)
    carried = re.compile(rf"\b(?:{record.profile.alternatives('items.earlier')})\b", re.IGNORECASE)
    return bool(action.reference) or (item is not None and bool(carried.search(item.title.value)))


def _explained(record: Record) -> set[str]:
    """Short forms that the heading holds beside a name, and those that the text explains or treats as a body's.

    "Scottish Staff Office (SSO)", "the SSO"; a name that the attendance has but that was not read as an attendee.
    """
    found: set[str] = set()
    behind = 1 + max((person.place for person in record.draft.people), default=0)
    for passage in record.passages:
        value = str(passage.text)
        found |= {hit[1] for hit in re.finditer(r"\(([A-Z]{2,4})\b", value)}
        found |= {hit[1] for hit in re.finditer(r"\bthe ([A-Z]{2,3})\b(?!’s|'s)", value)}
        if passage.index <= behind:
            found |= {hit[1][0] + hit[2][0] for hit in re.finditer(r"\b([A-Z][a-z]+) ([A-Z][a-z]+)", value)}
    return found

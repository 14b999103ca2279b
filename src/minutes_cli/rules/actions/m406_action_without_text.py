"""A marker of an action has no task behind it.

Why: Something was to be written there and was forgotten; who reads on takes the next sentence for the action.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    The jetty is rotten.

    Action:

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    The jetty is rotten.

    Action: AR to obtain three quotes for the repair.

    ## Slipway

    The slipway is clean.
Fix: Write the task behind the marker, or take the marker out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.document import Paragraph
from minutes_cli.rules.base import Flag, Rule, Subject, at
from minutes_cli.text.names import same_person

_OFFICES = frozenset(("all", "chair", "chairman", "clerk", "secretary", "treasurer"))


def check(subject: Subject) -> Iterator[Flag]:
    words = subject.profile.alternatives("actions.markers")
    marker = re.compile(rf"\W{{0,3}}(?:{words})(?:\s\d{{1,3}})?\s?:\W{{0,40}}", re.IGNORECASE)
    begins = re.compile(rf"\W{{0,3}}(?:{words})(?:\s\d{{1,3}})?\s?:", re.IGNORECASE)
    titles = {item.title for item in subject.minutes.items}
    # a cell with the marker alone is the head of a column or of its row
    body = [block for block in subject.document.blocks if isinstance(block, Paragraph) and block.role == "body"]
    following: list[Paragraph | None] = [*body[1:], None]
    for paragraph, after in zip(body, following, strict=False):
        if paragraph.heading or not marker.fullmatch(paragraph.text):
            continue
        if after is None or after.heading or after.text in titles or begins.match(after.text):
            text = paragraph.text.strip()
            yield Flag(f"nothing stands behind “{text}”", at(paragraph, 0, len(paragraph.text)))
    for before, paragraph in zip([None, *body], body, strict=False):
        found = begins.match(paragraph.text)
        # below a paragraph an owner alone is laid on with what that says
        opens = before is None or before.heading or before.text in titles
        if found and opens and not paragraph.heading and _is_owner(subject, paragraph.text[found.end() :]):
            text = paragraph.text.strip()
            yield Flag(f"“{text}” names an owner and no task", at(paragraph, 0, len(paragraph.text)))


def _is_owner(subject: Subject, text: str) -> bool:
    """Whether a text is an office or somebody of the attendance, and no more."""
    name = text.strip(" .*_")
    if name.casefold().removeprefix("the ") in _OFFICES:
        return True
    return any(name and (name == p.abbreviation or same_person(name, p.name)) for p in subject.minutes.attendees)


RULE = Rule("M406", "action-without-text", "warning", check)

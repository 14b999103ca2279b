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


def check(subject: Subject) -> Iterator[Flag]:
    words = subject.profile.alternatives("actions.markers")
    marker = re.compile(rf"\W{{0,3}}(?:{words})(?:\s\d{{1,3}})?\s?:\W{{0,40}}", re.IGNORECASE)
    titles = {item.title for item in subject.minutes.items}
    # a cell with the marker alone is the head of a column or of its row
    body = [block for block in subject.document.blocks if isinstance(block, Paragraph) and block.role == "body"]
    following: list[Paragraph | None] = [*body[1:], None]
    for paragraph, after in zip(body, following, strict=False):
        if paragraph.heading or not marker.fullmatch(paragraph.text):
            continue
        if after is None or after.heading or after.text in titles or marker.fullmatch(after.text):
            text = paragraph.text.strip()
            yield Flag(f"nothing stands behind “{text}”", at(paragraph, 0, len(paragraph.text)))


RULE = Rule("M406", "action-without-text", "warning", check)

"""A heading is more than one level below the one before it.

Why: Screen readers walk from level to level; where one is missing, part of the minutes seems to be.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    #### Costs

    Three quotes came in.

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    ### Costs

    Three quotes came in.

    ## Slipway

    The slipway is clean.
Fix: Give the heading the next level, and change its looks by its style.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, at


def check(subject: Subject) -> Iterator[Flag]:
    before: int | None = None
    for paragraph in subject.body:
        if paragraph.heading is None or not paragraph.text.strip():
            continue
        if before is not None and paragraph.heading > before + 1:
            message = f"a heading of level {paragraph.heading} follows one of level {before}"
            yield Flag(message, at(paragraph, 0, len(paragraph.text)))
        before = paragraph.heading


RULE = Rule("M809", "heading-level-skipped", "info", check, kinds=("minutes", "agenda", "template"))

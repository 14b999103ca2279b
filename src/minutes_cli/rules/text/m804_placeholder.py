"""A field of the template was never filled in.

Why: Where it says “[insert date]”, “{{venue}}” or “Cllr ____ spoke” something is missing that the body wanted to be
    there. The lines on which minutes are signed and dated by hand are meant to be empty.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    The jetty will be repaired by [insert date].

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    The jetty will be repaired by 30 May 2025.

    ## Slipway

    The slipway is clean.
Fix: Fill the field in, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "placeholder")


RULE = Rule("M804", "placeholder", "warning", check)

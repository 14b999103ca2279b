"""A name of a thing is spelt in two ways.

Why: A search for the one spelling misses the other, and a reader takes them for two things.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Op Harvest began in May. Op Harvest was long. Op Harvst ended in June.

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Op Harvest began in May. Op Harvest was long. Op Harvest ended in June.

    ## Slipway

    The slipway is clean.
Fix: Take the spelling that is right, everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "term-spelling")


RULE = Rule("M802", "term-spelling", "warning", check)

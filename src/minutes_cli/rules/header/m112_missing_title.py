"""Nothing at the top of the minutes says what they are.

Why: A reader, a search engine and a screen reader know a document by its title.
Flags:
    Present: Ada Roe, Ben Cole

    Date: 3 March 2025

    ## Budget

    The budget was discussed.
Passes:
    # Minutes of the Harbour Trust

    Present: Ada Roe, Ben Cole

    Date: 3 March 2025

    ## Budget

    The budget was discussed.
Fix: Begin with a heading that names the body, the meeting and its date ("Minutes of the Harbour Trust, 3 March 2025").
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.header.missing import left_out


def check(subject: Subject) -> Iterator[Flag]:
    return left_out(subject, "title", "no title was found")


RULE = Rule("M112", "missing-title", "info", check)

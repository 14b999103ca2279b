"""The title of an item is very long.

Why: Titles make the table of contents, the agenda of the next meeting and the links to an item; nobody reads a sentence
    there.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.

    ## Report of the Surveyor on the State of the Jetty and on the Cost of its Repair before Winter

    The report was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    The budget was discussed.

    ## Surveyor's report on the jetty

    The report was discussed.
Fix: Name the subject in a few words and put the rest below it.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject

# Characters: more than a line of print.
_LONGEST = 80


def check(subject: Subject) -> Iterator[Flag]:
    for number, item in enumerate(subject.minutes.items):
        if len(item.title) > _LONGEST:
            path = f"/items/{number}/title"
            yield Flag(f"this title has {len(item.title)} characters", subject.place(path), path)


RULE = Rule("M308", "long-title", "info", check, default=False)

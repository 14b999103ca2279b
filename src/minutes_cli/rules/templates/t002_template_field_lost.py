"""A field of a blank document is lost: what is written into it is not read back.

Why: The document is filled with made-up data and read like any minutes. What does not come back then will not come
back from real minutes either, and lists made of them will have gaps that nobody notices.
Flags: A line "Spot: [venue]": "Spot" is no label for a place, so the venue is written there and never read.
Passes: The same line with a label that is known, "Venue: [venue]".
Fix: Use a usual label, table head or heading there, or teach a profile the one you have (`minutes profile show`).
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject


def check(subject: Subject) -> Iterator[Flag]:
    for one in subject.trial.lost if subject.trial else ():
        read = f"“{one.read}” was read" if one.read else "nothing was read"
        yield Flag(f"{one.name} did not survive: “{one.wrote}” was written here, {read}", one.place)


RULE = Rule("T002", "template-field-lost", "error", check, kinds=("template",))

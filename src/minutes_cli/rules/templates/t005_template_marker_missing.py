"""A blank document shows nowhere how actions or decisions are to be marked.

Why: Writers follow the form. A line "Action: [Initials] to [task]" in it is why actions can be found later.
Flags: A blank document without a line that begins with "Action:", which is the template's marker.
Passes: The same with "Action: [Initials] to [task]." under an item, or with a table of actions and owners.
Fix: Add a line that begins with the marker under an item of business.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.templates.asked import asked


def check(subject: Subject) -> Iterator[Flag]:
    for one in asked(subject, "marker"):
        yield Flag(f"no line begins with “{one.name}”", one.place)


RULE = Rule("T005", "template-marker-missing", "warning", check, kinds=("template",))

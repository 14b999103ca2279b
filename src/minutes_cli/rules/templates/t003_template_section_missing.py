"""A blank document lacks an item that every meeting of the body has.

Why: Declarations of interest or the minutes of the last meeting are forgotten where the form does not bring them.
Flags: A blank document without the heading "Declarations of interest", which the template lists among its sections.
Passes: The same with that heading, or with one of the wordings under `also`.
Fix: Add the heading, or mark the section as `required = false` in the template.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.templates.asked import asked


def check(subject: Subject) -> Iterator[Flag]:
    for one in asked(subject, "section"):
        yield Flag(f"there is no item “{one.name}”, which the template demands", one.place)


RULE = Rule("T003", "template-section-missing", "warning", check, kinds=("template",))

"""A blank document has no place for something that its template demands.

Why: What a form does not ask for is left out by whoever fills it in, meeting after meeting.
Flags: A blank document without "Venue:", where the template has `required = ["date", "venue"]`.
Passes: The same with a line "Venue: [venue]", a content control, or a table of labels with an empty cell.
Fix: Add a line with a label the profile knows ("Venue:"), or take the field out of the template.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.templates.asked import asked


def check(subject: Subject) -> Iterator[Flag]:
    for one in asked(subject, "field"):
        yield Flag(f"nothing asks for {one.name}, which the template demands", one.place)


RULE = Rule("T001", "template-field-missing", "warning", check, kinds=("template",))

"""A table of a blank document has other heads than its template demands, or is not there.

Why: A column is known by its head. Under another head names, roles or items are read as something else, or not at all.
Flags: An attendance table headed "Who | Capacity", where the template has `headers = ["Name", "Capacity"]`.
Passes: The same table headed "Name | Capacity".
Fix: Give the table the heads of the template, or change `headers` there.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.templates.asked import asked


def check(subject: Subject) -> Iterator[Flag]:
    for one in asked(subject, "headers"):
        yield Flag(one.name, one.place)


RULE = Rule("T004", "template-table-headers", "warning", check, kinds=("template",))

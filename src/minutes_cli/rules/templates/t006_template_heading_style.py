"""The title of an item is plain text in a blank document, not a heading.

Why: Only real headings appear in Word's navigation and are read out as such by screen readers, and only they say for
sure where an item begins.
Flags: A line "Finance" in the style Normal, or in bold, where the template has a section "Finance".
Passes: The same line in a heading style, or "## Finance" in Markdown.
Fix: Give the line a heading style: in Word Home > Styles > Heading 1, in Markdown "## " before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.templates.asked import asked


def check(subject: Subject) -> Iterator[Flag]:
    for one in asked(subject, "heading"):
        yield Flag(f"the item “{one.name}” is no heading", one.place)


RULE = Rule("T006", "template-heading-style", "warning", check, kinds=("template",))

"""White space stands at the end of a line.

Why: Nobody sees it, and every comparison of two versions shows the line as changed. Two spaces that break a line in
Markdown are left.
Flags: A line of Markdown or text that ends in one space or in a tab.
Passes: The same line without it, or a line of Markdown that ends in the two spaces of a line break.
Fix: Take it out; --fix does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.prose import prose

# The blank behind an empty list's mark keeps it one.
_TRAILING = re.compile(r"(?<=[^\s\0*+-])[ \t]+(?=\r?$)")


def check(subject: Subject) -> Iterator[Flag]:
    if subject.source.kind != "lines":
        return
    breaks = subject.document.media_type == "text/markdown"
    for line in prose(subject):
        found = _TRAILING.search(line.text)
        if found is None or (breaks and found[0].startswith("  ")):
            continue
        start = line.text.rfind(" ", 0, found.start()) + 1
        edit = Edit(line.address, found[0], "", found.start())
        place = line.place(start, found.start())
        yield Flag("white space at the end of the line", place, fix=Fix((edit,)))


RULE = Rule(
    "M812", "trailing-space", "info", check, default=False, fixes="safe", kinds=("minutes", "agenda", "template")
)

"""Characters of the file were lost or cannot be read.

Why: Where a letter was replaced by a box a name or a sum may be wrong.
Flags: A PDF whose fonts do not tell their letters, or a text file with bytes of no encoding.
Passes: The same text saved as UTF-8.
Fix: Save the file anew from the program it was written with; text files as UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "bad-characters")


RULE = Rule("M815", "bad-characters", "warning", check, kinds=("minutes", "agenda", "template"))

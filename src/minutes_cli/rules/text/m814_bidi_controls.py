"""Invisible characters make text show in another order than it is stored.

Why: They can make “paid £100” read “paid £001”; minutes in one direction of writing need none.
Flags: A line with the character U+202E (right-to-left override).
Passes: The same line without it.
Fix: Delete the invisible characters; --format json tells the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "bidi-controls")


RULE = Rule("M814", "bidi-controls", "warning", check, kinds=("minutes", "agenda", "template"))

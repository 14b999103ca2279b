"""The file holds text that is formatted as hidden.

Why: It is not printed, yet whoever gets the file can read it.
Flags: A Word file with a run whose font is set to "Hidden".
Passes: The same file without that run.
Fix: Show hidden text in Word, then delete it or make it visible.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "hidden-text")


RULE = Rule("M807", "hidden-text", "warning", check, kinds=("minutes", "agenda", "template"))

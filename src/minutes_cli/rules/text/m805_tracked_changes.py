"""The file holds changes that nobody has accepted or rejected.

Why: Readers may see words that the meeting took out; two people with other settings print two versions.
Flags: A Word file with an insertion or a deletion that Word still tracks.
Passes: The same file after "Accept all changes".
Fix: Accept or reject every change (Review, Changes), then save.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "tracked-changes")


RULE = Rule("M805", "tracked-changes", "warning", check, kinds=("minutes", "agenda", "template"))

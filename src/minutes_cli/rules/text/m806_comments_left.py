"""Comments are left in the file.

Why: Remarks among authors are seldom meant for everybody who gets the minutes.
Flags: A Word file with a comment “Is this right?” on a sentence.
Passes: The same file without it; a comment “minutes: ignore M204” is for the checker and may stay.
Fix: Settle each comment and delete it (Review, Delete all comments).
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.document import Place
from minutes_cli.rules.base import Flag, Rule, Subject, repeated
from minutes_cli.text.directives import directive


def check(subject: Subject) -> Iterator[Flag]:
    if subject.source.kind != "word":
        yield from repeated(subject, "comments")
        return
    if subject.minutes.source.part not in (None, 1):
        return
    for comment in subject.source.comments:
        if directive(comment.text) is None:
            text = " ".join(comment.text.split())
            block = comment.address if isinstance(comment.address, str) else None
            short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
            yield Flag(f"a comment is left: “{short}”", Place("", block=block) if block else None)


_LONGEST = 60

RULE = Rule("M806", "comments-left", "warning", check, kinds=("minutes", "agenda"))

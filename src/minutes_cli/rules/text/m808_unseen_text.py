"""The file holds text that nobody sees on the page: white on white, tiny, or outside the page.

Why: Programs and search read it, people do not: what was meant to be removed goes out with the file.
Flags: A Word file with a run in white letters, or a PDF with text outside its page.
Passes: The same file without that text, or with letters of a colour that shows.
Fix: Select all, set the colour of the text to automatic, and delete what is not meant to be there.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "unseen-text", "text-off-page")


RULE = Rule("M808", "unseen-text", "warning", check, kinds=("minutes", "agenda", "template"))

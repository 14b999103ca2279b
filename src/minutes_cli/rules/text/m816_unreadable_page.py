"""A page has no text, or cannot be read.

Why: A scan without text cannot be searched or read aloud, and what it records is lost to programs.
Flags: A PDF with a page that is a picture, where no text recognition is at hand.
Passes: The same PDF after text recognition.
Fix: Export the page from the program it was written with, or run text recognition (--ocr) over the scan.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, repeated


def check(subject: Subject) -> Iterator[Flag]:
    return repeated(subject, "page-without-text", "page-unreadable", "page-damaged")


RULE = Rule("M816", "unreadable-page", "warning", check, kinds=("minutes", "agenda", "template"))

"""Two spaces or more stand between two words.

Why: They tear holes into justified text, and a search for the two words may miss them.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty  is rotten.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The jetty is rotten.
Fix: Leave one space; --fix does. Two behind every sentence are left where the minutes keep to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.model.source_text import Characters, Edit, Fix
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.prose import Line, prose

# So many behind a sentence are the habit of some writers.
_HABIT = 2
# Three and more, and those in plain text, set out columns; behind the end of a sentence begins no column.
_DOUBLE = re.compile(r"(?<=[^\s\0]) {2}(?=[^\s\0])|(?<=[a-z][.?!]) {3,12}(?=[A-Z“\"])")
# The spaces behind the mark of a list belong to its layout.
_LIST_MARK = re.compile(r"\s*(?:[-*+•>]|\d{1,3}[.)]|#{1,6})$")
_SENTENCE = re.compile(r"[.?!:][\"”’')]?$")
_SINGLE = re.compile(r"[.?!:][\"”’')]? (?=[A-Z])")


def check(subject: Subject) -> Iterator[Flag]:
    if subject.document.media_type == "text/plain":
        return
    fixed = subject.source.fixed
    lines = [(line, list(_doubles(line, fixed.get(line.address, ())))) for line in prose(subject) if "  " in line.text]
    between = sum(_ends(line, hit) and len(hit[0]) == _HABIT for line, hits in lines for hit in hits)
    single = sum(len(_SINGLE.findall(line.text)) for line in prose(subject)) if between else 0
    for line, hits in lines:
        wrong = [hit for hit in hits if len(hit[0]) > _HABIT or single > between or not _ends(line, hit)]
        if wrong:
            edits = tuple(Edit(line.address, hit[0], " ", hit.start()) for hit in wrong)
            first = wrong[0]
            start = line.text.rfind(" ", 0, first.start()) + 1
            end = (line.text.find(" ", first.end()) + 1 or len(line.text) + 1) - 1
            more = f", and {len(wrong) - 1} more in this line" if len(wrong) > 1 else ""
            yield Flag(
                f"{'two' if len(first[0]) == _HABIT else 'several'} spaces between two words{more}",
                line.place(start, end),
                fix=Fix(edits),
            )


def _doubles(line: Line, fixed: Sequence[Characters]) -> Iterator[re.Match[str]]:
    """Of Word not those around a form field that nobody filled in: it shows what to write between them."""
    for hit in _DOUBLE.finditer(line.text):
        between = any(hit.start() < start == end < hit.end() for start, end in fixed)
        if not between and not _LIST_MARK.match(line.text, 0, hit.start()):
            yield hit


def _ends(line: Line, hit: re.Match[str]) -> bool:
    """Whether a sentence ends before the spaces."""
    return _SENTENCE.search(line.text[max(0, hit.start() - 2) : hit.start()]) is not None


RULE = Rule("M811", "double-space", "info", check, fixes="safe", kinds=("minutes", "agenda"))

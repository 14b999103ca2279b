"""Straight and curly quotation marks are mixed.

Why: “Jetty” and "Jetty" are two different words to a search, and the mixture shows that text was pasted in unread.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The trust’s “long jetty” is rotten. The harbour master's report says so.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The trust’s “long jetty” is rotten. The harbour master’s report says so.
Fix: Use the form that is more frequent in these minutes; --fix does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.prose import Line, prose

# Feet and inches ("6'", "12\"") are no quotation marks, nor is what stands beside code.
_STRAIGHT = re.compile(r"(?<![\d\\\0])[\"'](?!\0)")
_CURLY = re.compile(r"[“”‘’]")
_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'"}
# What may close a quotation in single marks.
_CLOSES = re.compile(r"[^\s]'(?!\w)")
# Behind these a quotation opens.
_OPENS = re.compile(r"(?:^|[\s(\[{–—/*_\"'“‘-])$")


def check(subject: Subject) -> Iterator[Flag]:
    lines = list(prose(subject))
    straight = sum(len(_STRAIGHT.findall(line.text)) for line in lines)
    curly = sum(len(_CURLY.findall(line.text)) for line in lines)
    if not straight or not curly:
        return
    to_curly = curly >= straight
    pattern, name = (_STRAIGHT, "straight") if to_curly else (_CURLY, "curly")
    others = "curly" if to_curly else "straight"
    for line in lines:
        found = list(pattern.finditer(line.text))
        if not found:
            continue
        last = max((closing.end() for closing in _CLOSES.finditer(line.text)), default=0)
        edits = tuple(Edit(line.address, hit[0], _other(line, hit, to_curly, last), hit.start()) for hit in found)
        first = found[0]
        start = line.text.rfind(" ", 0, first.start()) + 1
        end = (line.text.find(" ", first.end()) + 1 or len(line.text.rstrip()) + 1) - 1
        yield Flag(f"{name} quotation marks, most here are {others}", line.place(start, end), fix=Fix(edits))


def _other(line: Line, hit: re.Match[str], to_curly: bool, last: int) -> str:
    """The same mark in the other form: one that opens stands behind a blank or a bracket, all others close.

    last  where in the line the last single mark that may close a quotation ends
    """
    if not to_curly:
        return _PLAIN[hit[0]]
    opens = _OPENS.search(line.text[max(0, hit.start() - 1) : hit.start()]) is not None
    if hit[0] == '"':
        return "“" if opens else "”"
    # "'24" and "'tis" leave something out; a mark with a letter on either side is an apostrophe
    return "‘" if opens and last > hit.end() else "’"


RULE = Rule("M813", "mixed-quotes", "info", check, fixes="safe", kinds=("minutes", "agenda", "template"))

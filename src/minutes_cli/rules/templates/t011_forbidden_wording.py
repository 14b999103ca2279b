"""A wording that the template does not allow.

Why: One thing has one name in the minutes of a body; readers of another meeting's minutes search for that name.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The Chairman thanked the volunteers.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The Chair thanked the volunteers.
Fix: Write the template's term instead; --unsafe-fixes does, and its result wants reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.document import Paragraph
from minutes_cli.rules.base import Flag, Rule, Subject, at, mending

# What stands in quotation marks was said or written by others.
_QUOTED = re.compile(r"“[^”\n]{1,600}”|\"[^\"\n]{1,600}\"")


def check(subject: Subject) -> Iterator[Flag]:
    for term, wordings in subject.template.vocabulary.items() if subject.template else ():
        if not wordings:
            continue
        longest_first = sorted(wordings, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, longest_first))})(?!\w)", re.IGNORECASE)
        right = re.compile(rf"(?<!\w){_spaced(term)}(?!\w)", re.IGNORECASE)
        for paragraph in subject.paragraphs:
            yield from _in(subject, paragraph, term, pattern, right)


def _in(
    subject: Subject, paragraph: Paragraph, term: str, pattern: re.Pattern[str], right: re.Pattern[str]
) -> Iterator[Flag]:
    text = paragraph.text
    apart = [found.span() for found in (*_QUOTED.finditer(text), *right.finditer(text))]
    for found in pattern.finditer(text):
        if any(start <= found.start() and found.end() <= end for start, end in apart):
            continue
        place = at(paragraph, *found.span())
        new = term[:1].upper() + term[1:] if found.group()[:1].isupper() else term
        fix = mending(subject, place, new, old=found.group(), safe=False)
        yield Flag(f"“{found.group()}” where the template has “{term}”", place, fix=fix)


def _spaced(wording: str) -> str:
    return r"\s+".join(re.escape(word) for word in wording.split())


RULE = Rule("T011", "forbidden-wording", "warning", check, fixes="unsafe")

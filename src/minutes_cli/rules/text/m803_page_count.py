"""The pages are counted otherwise than the file has them: “page 1 of 6” in a file of five.

Why: A page is missing, or one too many was put in; who signs the minutes signs for all of them.
Flags: A PDF of five pages whose footers say “Page 1 of 6” to “Page 5 of 6”.
Passes: The same with “Page 1 of 5” to “Page 5 of 5”.
Fix: Look for the page that is missing; in Word update the fields of the footer (Ctrl+A, F9) and export again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, at

_COUNT = re.compile(r"\bpage\s{0,3}(?P<page>\d{1,3})\s{0,3}(?:of|/)\s{0,3}(?P<pages>\d{1,3})\b", re.IGNORECASE)
# A sentence may speak of a page of something else.
_LONGEST_LINE = 120


def check(subject: Subject) -> Iterator[Flag]:
    pages = subject.document.pages
    if pages is None or subject.minutes.source.parts:
        return
    found = [
        (hit, paragraph)
        for paragraph in subject.paragraphs
        if len(paragraph.text) <= _LONGEST_LINE
        for hit in _COUNT.finditer(paragraph.text)
    ]
    # an excerpt of a longer paper begins with a later page
    if not found or int(found[0][0]["page"]) != 1 or len({hit["pages"] for hit, _ in found}) > 1:
        return
    hit, paragraph = found[0]
    if int(hit["pages"]) != pages:
        has = "1 page" if pages == 1 else f"{pages} pages"
        yield Flag(f"“{hit[0]}”, but the file has {has}", at(paragraph, *hit.span()))


RULE = Rule("M803", "page-count", "warning", check, kinds=("minutes", "agenda"))

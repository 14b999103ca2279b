"""Details of people in minutes that are to be published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from minutes_cli.rules.base import Flag, Subject, at

Hit = re.Match[str]
# A title stands among so many paragraphs.
_HEADING = 20


def personal(
    subject: Subject, pattern: re.Pattern[str], what: str, is_meant: Callable[[Hit], bool] = lambda _: True
) -> Iterator[Flag]:
    """A flag for each match, once for the same words; none where the minutes are not to be published.

    pattern   marks the detail itself as a named group, where it stands beside a label
    is_meant  tells details from what only looks like them
    """
    if not subject.publication:
        return
    told: set[str] = set()
    for paragraph in subject.body[_letterhead(subject) :]:
        for hit in pattern.finditer(paragraph.text):
            group = hit.lastgroup or 0
            words = " ".join(hit[group].split())
            if words.casefold() not in told and is_meant(hit):
                told.add(words.casefold())
                yield Flag(f"{what} will be published", at(paragraph, *hit.span(group)))


def _letterhead(subject: Subject) -> int:
    """How many paragraphs stand above the title: there a body prints how to reach it."""
    place = subject.place("/meeting/title", "/meeting/date")
    words = " ".join(place.quote.split()) if place else ""
    first = subject.body[:_HEADING]
    return next((at for at, one in enumerate(first) if words and words in " ".join(one.text.split())), 0)

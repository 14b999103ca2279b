"""The sections that a template demands, found among the items."""

from __future__ import annotations

import re

from minutes_cli.model.template import Section
from minutes_cli.rules.base import Subject

_SMALL = frozenset(("the", "of", "and", "a", "an", "any", "to", "for"))


def found_at(subject: Subject, section: Section) -> int | None:
    """The position of the first item that is the section: its title has every word of one of the section's titles."""
    wanted = [_words(title) for title in (section.title, *section.also)]
    for number, item in enumerate(subject.minutes.items):
        title = _words(item.title)
        if any(words and words <= title for words in wanted):
            return number
    return None


def _words(title: str) -> frozenset[str]:
    """Without small words and the plural's "s"; "AOB" is "any other business"."""
    spelt = re.sub(r"\bA\.?O\.?B\b\.?", "any other business", title, flags=re.IGNORECASE)
    words = re.findall(r"[^\W_]+", spelt.casefold())
    return frozenset(word.removesuffix("s") for word in words if word not in _SMALL)

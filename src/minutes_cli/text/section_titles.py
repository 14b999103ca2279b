"""Whether the title of an item is one of the wordings of a section."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SMALL = frozenset(("the", "of", "and", "a", "an", "any", "to", "for"))


def is_section(title: str, wordings: Iterable[str]) -> bool:
    """Whether the title has every word of one of the wordings: "To receive declarations of interest"."""
    words = _words(title)
    return any(wanted and wanted <= words for wanted in map(_words, wordings))


def _words(title: str) -> frozenset[str]:
    """Without small words and the plural's "s"; "AOB" is "any other business"."""
    spelt = re.sub(r"\bA\.?O\.?B\b\.?", "any other business", title, flags=re.IGNORECASE)
    words = re.findall(r"[^\W_]+", spelt.casefold())
    return frozenset(word.removesuffix("s") for word in words if word not in _SMALL)

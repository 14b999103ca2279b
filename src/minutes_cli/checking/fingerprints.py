"""What a finding is known by from one version of a file to the next."""

from __future__ import annotations

import hashlib
from collections import Counter


class Fingerprints:
    """Makes them for one file; equal faults are counted in the order of the document."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def make(self, code: str, item: str | None, quote: str | None) -> str:
        """Of the rule, the title of the item and the words, white space and capitals aside: never of the place."""
        key = "\x1f".join((code, _folded(item), _folded(quote)))
        self._seen[key] += 1
        return hashlib.sha256(f"{key}\x1f{self._seen[key]}".encode()).hexdigest()[:16]


def _folded(text: str | None) -> str:
    return " ".join((text or "").casefold().split())

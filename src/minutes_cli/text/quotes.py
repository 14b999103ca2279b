"""Words that are quoted, found again where they are printed."""

from __future__ import annotations

import re


def quote_pattern(quote: str) -> re.Pattern[str]:
    """Matches the quote however it is spaced."""
    return re.compile(r"\s+".join(re.escape(word) for word in quote.split()))

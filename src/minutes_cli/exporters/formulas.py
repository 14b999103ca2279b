"""Text that a spreadsheet shows as it is when it opens a CSV file."""

from __future__ import annotations

import re

# What a spreadsheet takes for the start of a formula, also in full width, and behind apostrophes: so one can be taken
# off every cell that has one before such a start.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """The text, with an apostrophe before what would be a formula."""
    return f"'{text}" if _FORMULA.match(text) else text

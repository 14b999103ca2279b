"""The beginning of a long text, where all of it would hide what stands around it."""

from __future__ import annotations

# So long a note is still taken in at a glance, and fits three lines of a terminal.
MOST = 200


def brief(text: str, most: int = MOST) -> str:
    """The text; of a longer one the beginning, and how long it is: 'Rang the county … (10,000 characters)'."""
    if len(text) <= most:
        return text
    return f"{text[:most].rstrip()}… ({len(text):,} characters)"

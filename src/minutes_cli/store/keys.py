"""The key of a meeting: what users call it by."""

from __future__ import annotations

import re
import unicodedata

from minutes_cli.model.minutes import Minutes

# So long a name is still typed or read at a glance.
_LONGEST = 40
_WORD = re.compile(r"[a-z0-9]+")
# What tells one meeting from the next, or says nothing: the date does the former.
_PASSING = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|minutes|notes|meetings?|draft|approved|the|of|for|and|held|on|\d+(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)


def key_of(minutes: Minutes) -> str:
    """Body and date in lower-case letters, digits and hyphens, such as `marlow-fold-parish-council-2025-03-04`.

    Without a body the title speaks for it, or the file's name; without a date the first digits of the file's SHA-256.
    """
    meeting, source = minutes.meeting, minutes.source
    named = meeting.body or meeting.title or source.file.rpartition(".")[0] or source.file
    part = f"-{source.part}" if source.part and not meeting.date else ""
    return f"{_slug(named) or 'meeting'}-{meeting.date or source.sha256[:8]}{part}"


def label_of(minutes: Minutes) -> str:
    """What to call a body: its name, else what its meetings' titles have in common with the next, else the file."""
    title = _PASSING.sub(" ", minutes.meeting.title or "")
    words = " ".join(word for word in title.split() if any(c.isalnum() for c in word) and not word.isdigit())
    return minutes.meeting.body or words or minutes.source.file


def _slug(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = _WORD.findall(_PASSING.sub(" ", letters))
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > _LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word[:_LONGEST]
    return slug

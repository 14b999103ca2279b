"""Bodies and people as users name them: by some words of the name."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")


def is_body(wanted: str | None, name: str | None, title: str | None) -> bool:
    """Whether a body's name holds all words of `wanted`, in any case and order; None wants every body.

    title   of the meeting, which speaks for the body where none is named
    """
    return holds_words(wanted, name or title)


def holds_words(wanted: str | None, name: str | None) -> bool:
    """Whether a name holds all words of `wanted`, in any case and order."""
    return wanted is None or set(_words(wanted)) <= set(_words(name or ""))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())

"""Controls that turn text round, written by their numbers as pages and Markdown may."""

from __future__ import annotations

import re

from minutes_cli.model.document import Problem

_NAMED = re.compile(r"&#(?:x0{0,4}(?:202[a-e]|206[6-9])|0{0,4}(?:823[4-8]|829[4-7]));?|<bdo\b", re.IGNORECASE)


def turned(markup: str) -> tuple[Problem, ...]:
    """A note of the first of them."""
    found = _NAMED.search(markup)
    if not found:
        return ()
    message = "marks that reorder text on screen were dropped: a browser may show another text"
    return (Problem("bidi-controls", message, line=markup.count("\n", 0, found.start()) + 1),)

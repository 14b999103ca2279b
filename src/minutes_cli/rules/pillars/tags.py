"""Which items can be tagged with a pillar, and which are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.model.minutes import Item
from minutes_cli.rules.base import Subject

# Items that every meeting has and that serve no pillar.
_ROUTINE = re.compile(
    r"\b(?:welcome|introductions?|apologies|declarations?|minutes|matters arising|outstanding|action log|actions|"
    r"questions|public|any other business|a\.?o\.?b|next meetings?|dates? of|clos(?:e|ure|ing)|adjourn\w*|"
    r"confirmation)\b",
    re.IGNORECASE,
)


def business(subject: Subject) -> list[tuple[int, Item]]:
    """The items that could be tagged, by position: those without items below them, the routine of meetings left out."""
    items = subject.minutes.items
    above = {item.parent for item in items}
    return [
        (number, item)
        for number, item in enumerate(items)
        if item.id not in above and not _ROUTINE.search(item.title) and not _inherits(item, items)
    ]


def _inherits(item: Item, items: Sequence[Item]) -> bool:
    """Whether an item above this one is tagged for it, or is routine itself."""
    by_id = {one.id: one for one in items}
    parent = by_id.get(item.parent or "")
    while parent is not None:
        if parent.pillars or _ROUTINE.search(parent.title):
            return True
        parent = by_id.get(parent.parent or "")
    return False

"""Counts in words."""

from __future__ import annotations


def counted(count: int, one: str, many: str | None = None) -> str:
    """'1 action', '3 actions', '0 actions'."""
    return f"{count} {one if count == 1 else many or one + 's'}"

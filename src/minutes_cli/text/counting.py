"""Counts and sizes in words."""

from __future__ import annotations


def counted(count: int, one: str, many: str | None = None) -> str:
    """'1 action', '3 actions', '0 actions'."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def in_bytes(size: int) -> str:
    """'900 MiB', '1.5 KiB', '10 bytes'."""
    for unit, name in ((2**20, "MiB"), (2**10, "KiB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return counted(size, "byte")

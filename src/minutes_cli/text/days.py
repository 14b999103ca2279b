"""ISO dates as days, and in words for people."""

from __future__ import annotations

import datetime


def day_of(iso: str | None) -> datetime.date | None:
    """The day of a whole ISO date; None for anything else."""
    try:
        return datetime.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def long_date(iso: str | None) -> str:
    """'Wednesday 2 November 2022'; what is no ISO date stays as it is."""
    date = day_of(iso)
    return f"{date:%A} {date.day} {date:%B} {date.year}" if date else iso or ""


def short_date(iso: str | None) -> str:
    """'2 Nov 2022'."""
    date = day_of(iso)
    return f"{date.day} {date:%b} {date.year}" if date else iso or ""

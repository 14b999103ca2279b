"""ISO dates as days."""

from __future__ import annotations

import datetime


def day_of(iso: str | None) -> datetime.date | None:
    """The day of a whole ISO date; None for anything else."""
    try:
        return datetime.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None

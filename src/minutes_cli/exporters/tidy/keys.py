"""Ids of things over many meetings."""

from __future__ import annotations

from collections import Counter

from minutes_cli.model.collection import Collection


def meeting_ids(collection: Collection) -> tuple[str, ...]:
    """An id for each meeting, that of its date and file: the same each time, and unique in the collection."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for minutes in collection.meetings:
        part = f"#{minutes.source.part}" if minutes.source.part else ""
        name = f"{minutes.meeting.date or 'undated'}-{minutes.source.sha256[:8]}{part}"
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(found)

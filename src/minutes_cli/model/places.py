"""Where values of minutes stand in their source."""

from __future__ import annotations

from minutes_cli.model.minutes import Minutes

# page and line, each from 1, or None where the format has none
Place = tuple[int | None, int | None]
NOWHERE: Place = (None, None)


def places_of(minutes: Minutes) -> dict[str, Place]:
    """Page and line of each value by its JSON Pointer, the first where it has several."""
    found: dict[str, Place] = {}
    for entry in minutes.evidence:
        found.setdefault(entry.path, (entry.page, entry.line))
    return found

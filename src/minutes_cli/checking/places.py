"""Where a finding stands: its item, its column, its order in the document."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from minutes_cli.model.document import Place
from minutes_cli.model.minutes import Item
from minutes_cli.rules.base import Subject
from minutes_cli.text.quotes import quote_pattern

_Position = tuple[int, float, float]
_FIRST: _Position = (0, 0.0, 0.0)


class Places:
    """Finds positions in one subject."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    @cached_property
    def _blocks(self) -> dict[str, int]:
        """The place of each paragraph of a format without pages and lines."""
        found: dict[str, int] = {}
        for number, paragraph in enumerate(self._subject.paragraphs, 1):
            if paragraph.block is not None:
                found.setdefault(paragraph.block, number)
        return found

    def position(self, place: Place | None) -> _Position:
        """A key that puts places in the order of the document; what has no place comes first."""
        if place is None:
            return _FIRST
        if place.page is not None:
            return place.page, place.bbox[1] if place.bbox else 0.0, place.bbox[0] if place.bbox else 0.0
        if place.line is not None:
            return place.line, float((self.columns(place) or (0, 0))[0]), 0.0
        return self._blocks.get(place.block or "", 0), 0.0, 0.0

    @cached_property
    def _items(self) -> tuple[list[_Position], list[Item]]:
        placed = [
            (self.position(self._subject.place(f"/items/{number}/number", f"/items/{number}/title")), item)
            for number, item in enumerate(self._subject.minutes.items)
        ]
        placed = sorted((one for one in placed if one[0] != _FIRST), key=lambda one: one[0])
        return [position for position, _ in placed], [item for _, item in placed]

    def item(self, path: str | None, place: Place | None) -> Item | None:
        """The item that a value or a place belongs to; None before the first and for what is about the whole."""
        minutes = self._subject.minutes
        kind, _, rest = (path or "").lstrip("/").partition("/")
        number = rest.partition("/")[0]
        if kind == "items" and number.isdigit():
            return minutes.items[int(number)]
        if kind in ("actions", "decisions", "commitments") and number.isdigit():
            value = getattr(minutes, kind)[int(number)]
            if found := self._subject.item_named(value.item):
                return found
        if place is None or kind in ("meeting", "attendees", "next_meeting"):
            return None
        positions, items = self._items
        at = bisect_right(positions, self.position(place))
        return items[at - 1] if at else None

    def columns(self, place: Place) -> tuple[int, int] | None:
        """Columns, from 1, of the quote's first character and of the one behind its last, in its line.

        None where the line does not hold the quote as it is printed: in the middle of markup, or over several lines.
        """
        text = self._subject.source.by_address.get(place.line) if place.line is not None else None
        if text is None or not place.quote:
            return None
        found = quote_pattern(place.quote).search(text)
        return (found.start() + 1, found.end() + 1) if found else None

"""Which items are not for publication, and on what ground."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from minutes_cli.model.minutes import Item, Meeting, Minutes
from minutes_cli.model.redaction import Wishes
from minutes_cli.redacting.grounds import Mark, cited, mark_of, public_is_back, returned_after

_CHOSEN = "left out by whoever made this copy"
_WHOLE = "the minutes as a whole are marked"


def restricted(minutes: Minutes, wishes: Wishes, seen: Mapping[int, bool] = MappingProxyType({})) -> dict[int, str]:
    """The ground of each item that is left out, by its index.

    seen  indices of items under which a line of the source has a mark, -1 for before the first; and whether one marks
          what follows. Where the item's own texts do not hold it, the item and all that follow are restricted.
    """
    whole = _mark_of_all(minutes.meeting)
    found: dict[int, str] = {}
    by_id: dict[str, int] = {item.id: index for index, item in enumerate(minutes.items)}
    # the ground of everything that follows, while the public is away
    away: str | None = "marked before the first item" if -1 in seen else None
    for index, item in enumerate(minutes.items):
        chosen, kept = (
            max((len(number) for number in numbers if _is_below(item, number, minutes, by_id)), default=0)
            for numbers in (wishes.numbers, wishes.keep)
        )
        if kept > chosen:  # of a part and the whole around it the part was meant
            continue
        above = found.get(by_id.get(item.parent or "", -1))
        own, away_after = _read(item, away)
        if index in seen and (own is None or (seen[index] and not _opens(item))):
            own = own or "marked in the source"
            away_after = away_after or own
        ground = (_CHOSEN if chosen else None) or own or above or (whole and f"{_WHOLE}: {whole.ground}")
        if ground:
            found[index] = ground
        away = away_after
    return found


def _mark_of_all(meeting: Meeting) -> Mark | None:
    return mark_of(meeting.title or "", heading=True)


def _read(item: Item, away: str | None) -> tuple[str | None, str | None]:
    """The item's own ground, and that of what follows it."""
    own = away
    for number, text in enumerate(_texts(item)):
        if public_is_back(text):
            away = None
            # a title under which the public is back is for everybody
            own = None if number == 0 else own
        mark = mark_of(text, heading=number == 0)
        if mark is not None:
            cite = cited(text)
            own = cite or (own if own and own.startswith("exempt under") else mark.ground)
            if mark.opens:
                away = None if returned_after(text, mark) else own
    whole = cited(" ".join(_texts(item))) if own else None
    return whole or own, (whole if whole and away == own else away)


def _opens(item: Item) -> bool:
    marks = (mark_of(text, heading=number == 0) for number, text in enumerate(_texts(item)))
    return any(mark is not None and mark.opens for mark in marks)


def _texts(item: Item) -> Iterator[str]:
    """Title, passages, and what was said; white space folded."""
    for text in (item.title, *item.paragraphs, *(exchange.text for exchange in item.exchanges)):
        yield " ".join(text.split())


def _is_below(item: Item, number: str, minutes: Minutes, by_id: dict[str, int]) -> bool:
    """Whether the item has that number, or stands under one that has."""
    current: Item | None = item
    for _ in range(len(minutes.items)):
        if current is None:
            return False
        if current.number == number or (current.number or "").startswith(f"{number}."):
            return True
        current = minutes.items[by_id[current.parent]] if current.parent in by_id else None
    return False

"""Which items are not for publication, which of their passages, and on what ground."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from minutes_cli.model.minutes import Item, Minutes
from minutes_cli.model.redaction import Wishes
from minutes_cli.redacting.grounds import CITED, Mark, cited, is_denied, is_told_first, mark_of, return_of

_CHOSEN = "left out by whoever made this copy"
_WHOLE = "the minutes as a whole are marked"


class Restriction(NamedTuple):
    """What of an item is not for publication.

    ground  why
    title   whether the title is not
    public  indices of the paragraphs that are
    """

    ground: str
    title: bool = True
    public: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        return self.title and not self.public


def restricted(
    minutes: Minutes, wishes: Wishes, seen: Mapping[int, bool] = MappingProxyType({})
) -> dict[int, Restriction]:
    """The restriction of each item that is left out or a part of which is, by the item's index.

    seen  indices of items under which a line of the source that is in no item has a mark, -1 for before the first; and
          whether one marks what follows. The item and all that follow are restricted.
    """
    mark = mark_of(minutes.meeting.title or "", heading=True)
    all_of_it = Restriction(f"{_WHOLE}: {mark.ground}") if mark else None
    found: dict[int, Restriction] = {}
    by_id: dict[str, int] = {item.id: index for index, item in enumerate(minutes.items)}
    # the ground of everything that follows, while the public is away
    away: str | None = "marked before the first item" if -1 in seen else None
    for index, item in enumerate(minutes.items):
        chosen, kept = (
            max((len(number) for number in numbers if _is_below(item, number, minutes, by_id)), default=0)
            for numbers in (wishes.numbers, wishes.keep)
        )
        own, away_after = _read(item, away)
        if kept > chosen:  # of a part and the whole around it the part was meant
            away = away and away_after
            continue
        above = found.get(by_id.get(item.parent or "", -1))
        if index in seen:
            own = Restriction(own.ground if own else "marked in the source")
            away_after = away_after or own.ground
        restriction = (
            (Restriction(_CHOSEN) if chosen else None)
            or own
            or (Restriction(above.ground) if above and above.title else None)
            or all_of_it
        )
        if restriction:
            found[index] = restriction
        away = away_after
    return found


def _read(item: Item, away: str | None) -> tuple[Restriction | None, str | None]:
    """The item's own restriction, and the ground of what follows it."""
    title, passages = _folded(item.title), [_folded(text) for text in item.paragraphs]
    apart = _said_apart(item, passages)
    everything = " ".join((title, *passages, *apart))
    if return_of(title):  # a title under which the public is back is for everybody
        away = None
    marked: str | None = None  # the ground of the item as a whole
    mark = mark_of(title, heading=True)
    if mark and not (passages and is_denied(passages[0]) and not any(map(mark_of, passages))):
        ground = _ground(everything, mark, away)
        marked, away = (marked, ground) if mark.opens else (ground, away)
    at_title = away
    hidden: list[str | None] = []
    for number, text in enumerate(passages):
        mark = mark_of(text)
        back = return_of(text, mark)
        if mark and mark.opens:
            ground = _ground(text, mark, away)
            # what begins with it may be about what the public may not hear, its title too
            hidden.append(None if mark.plain and not away and (back or number) else ground)
            away = None if back else ground
            continue
        if mark:
            marked = marked or _ground(text, mark, away)
        hidden.append(None if back and is_told_first(text, back) else away)
        away = None if back else away
    for mark in filter(None, map(mark_of, apart)):
        marked = marked or mark.ground
        away = away or (mark.ground if mark.opens else None)
    grounds = [ground for ground in (marked, at_title, *hidden) if ground]
    if not grounds:
        return None, away
    ground = cited(everything) or grounds[0]
    away = ground if away == grounds[0] else away
    if marked:
        return Restriction(ground), away
    public = tuple(number for number, one in enumerate(hidden) if one is None)
    return Restriction(ground, title=bool(at_title or hidden[0]), public=public), away


def _ground(text: str, mark: Mark, away: str | None) -> str:
    """The paragraph that the text cites, or that was cited before; else the kind of mark."""
    return cited(text) or (away if away and away.startswith(CITED) else mark.ground)


def _said_apart(item: Item, passages: list[str]) -> list[str]:
    """What was said and stands in none of the paragraphs."""
    texts = (_folded(exchange.text) for exchange in item.exchanges)
    return [text for text in texts if not any(text in passage for passage in passages)]


def _folded(text: str) -> str:
    return " ".join(text.split())


def is_named(item: Item, number: str) -> bool:
    """Whether a user means the item, or one around it: by its number, or by its title where it has none."""
    if item.number:
        return item.number == number or item.number.startswith(f"{number}.")
    return _folded(item.title).casefold() == _folded(number).casefold()


def _is_below(item: Item, number: str, minutes: Minutes, by_id: dict[str, int]) -> bool:
    """Whether it is the item that is meant, or stands under it."""
    current: Item | None = item
    for _ in range(len(minutes.items)):
        if current is None:
            return False
        if is_named(current, number):
            return True
        current = minutes.items[by_id[current.parent]] if current.parent in by_id else None
    return False

"""What was asked and answered: questions and answers that are new, gone or reworded.

Where one begins and ends depends on how the text is set, so words that stand in both versions are no difference. What
else was said is compared as the text of its item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from minutes_cli.comparing.folding import folded, words
from minutes_cli.comparing.pairing import Pairs, paired
from minutes_cli.comparing.records import reworded, same_people
from minutes_cli.comparing.told import Told
from minutes_cli.comparing.values import added, removed, short
from minutes_cli.comparing.wording import runs
from minutes_cli.model.differences import Difference, FieldChange
from minutes_cli.model.minutes import Exchange, Minutes


class _Said(NamedTuple):
    """An exchange, its path, and its item: number, and place in the new version, None where only one has it."""

    exchange: Exchange
    path: str
    number: str | None
    item: int | None

    @property
    def is_asked(self) -> bool:
        return self.exchange.kind != "statement"


def exchanges(old: Minutes, new: Minutes, items: Pairs, told: Told, respelt: Mapping[str, str]) -> Iterator[Difference]:
    """The differences; the texts of those are added to what is `told`.

    items    which item is which; of one that only one version has everything is told with it
    respelt  names that the attendance spells another way now
    """
    before = list(_said(old, dict(items.both)))
    after = list(_said(new, {j: j for _, j in items.both}))
    old_text, new_text = _Text(old), _Text(new)
    pairs = paired(
        before,
        after,
        (lambda one: (one.item, folded(one.exchange.text)), lambda one: folded(one.exchange.text)),
        lambda one, two: reworded(one.exchange, two.exchange, one.item is not None and one.item == two.item),
    )
    for i, j in pairs.in_order():
        one, two = before[i] if i is not None else None, after[j] if j is not None else None
        both = [said for said in (one, two) if said]
        if not any(said.is_asked for said in both) or any(said.item is None for said in both):
            continue
        if (one is None or new_text.has(one)) and (two is None or old_text.has(two)):
            continue
        if found := _difference(one, two, told, respelt):
            yield found
        for said in both:
            told.add(said.exchange.text)


def _said(minutes: Minutes, places: Mapping[int, int]) -> Iterator[_Said]:
    for at, item in enumerate(minutes.items):
        for number, exchange in enumerate(item.exchanges):
            yield _Said(exchange, f"/items/{at}/exchanges/{number}", item.number, places.get(at))


def _difference(one: _Said | None, two: _Said | None, told: Told, respelt: Mapping[str, str]) -> Difference | None:
    """None where all that differs is a value of another kind, such as a promise."""
    before, after = (told.left_of(said.exchange.text) if said else None for said in (one, two))
    if one and two and before and after:
        found = runs(before.words, after.words, before.told, after.told)
        return (
            None
            if not found
            else Difference(
                part="exchange",
                how="changed",
                what=two.exchange.text,
                number=two.number,
                old_path=one.path,
                new_path=two.path,
                fields=(
                    FieldChange(field="text", old=one.exchange.text, new=two.exchange.text, runs=found),
                    *_speakers(one.exchange, two.exchange, respelt),
                    *short("kind", one.exchange.kind, two.exchange.kind),
                ),
            )
        )
    if one and before and before.words:
        return removed("exchange", one.path, one.exchange.text, _values(one.exchange), one.number)
    if two and after and after.words:
        return added("exchange", two.path, two.exchange.text, _values(two.exchange), two.number)
    return None


def _speakers(one: Exchange, two: Exchange, respelt: Mapping[str, str]) -> Iterator[FieldChange]:
    if not same_people((one.speaker,), (two.speaker,), respelt):
        yield FieldChange(field="speaker", old=one.speaker.as_written, new=two.speaker.as_written)


def _values(exchange: Exchange) -> Iterator[tuple[str, str | None]]:
    yield from (("kind", exchange.kind), ("speaker", exchange.speaker.as_written))


class _Text:
    """All words of the items of one version."""

    def __init__(self, minutes: Minutes) -> None:
        self._keys = _keys(*(paragraph for item in minutes.items for paragraph in item.paragraphs))

    def has(self, said: _Said) -> bool:
        return _keys(said.exchange.text) in self._keys


def _keys(*paragraphs: str) -> str:
    """Without white space: how words are spaced is no difference."""
    return "".join(word.key.casefold() for word in words(*paragraphs))

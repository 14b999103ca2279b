"""The items: which were added, left out, moved, renumbered, retitled, and whose text was reworded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from minutes_cli.comparing.folding import folded, may_be_alike
from minutes_cli.comparing.pairing import Pairs, paired, staying
from minutes_cli.comparing.told import Told
from minutes_cli.comparing.values import added, removed, short
from minutes_cli.comparing.wording import runs
from minutes_cli.model.differences import Difference, FieldChange
from minutes_cli.model.minutes import Item, Minutes

# From here on a title is the same one reworded; under the same number, or over the same text, less will do.
_RETITLED, _BESIDE = 80, 50
# From here on a text is the same one reworded. Short texts ("Noted.") tell nothing.
_REWORDED, _WORDS = 70, 8
# So many characters of a text tell which item it is.
_LONGEST = 1500


def items(old: Minutes, new: Minutes) -> Pairs:
    return paired(
        old.items,
        new.items,
        (
            lambda one: (folded(one.number), folded(one.title), _start(one)),
            lambda one: (folded(one.title), _start(one)),
            lambda one: (folded(one.number), folded(one.title)),
            lambda one: folded(one.title) or None,
        ),
        _likeness,
    )


def discussed(old: Minutes, new: Minutes, pairs: Pairs, told: Told) -> Iterator[Difference]:
    moved = _moved(old, new, pairs)
    for i, j in pairs.in_order():
        if j is None:
            assert i is not None
            item = old.items[i]
            yield removed("item", f"/items/{i}", item.title, _values(item), item.number)
            continue
        item = new.items[j]
        if i is None:
            yield added("item", f"/items/{j}", item.title, _values(item), item.number)
            continue
        fields = list(_changes(old.items[i], item, told))
        if j in moved:
            fields.insert(0, FieldChange(field="place", old=_place(old.items, i), new=_place(new.items, j)))
        if fields:
            yield Difference(
                part="item",
                how="changed",
                what=item.title,
                number=item.number,
                fields=tuple(fields),
                old_path=f"/items/{i}",
                new_path=f"/items/{j}",
            )


def _changes(old: Item, new: Item, told: Told) -> Iterator[FieldChange]:
    # where one version prints no number it may be one of the format's list
    if old.number and new.number:
        yield from short("number", old.number, new.number)
    yield from short("title", old.title, new.title)
    if sorted(map(folded, old.pillars)) != sorted(map(folded, new.pillars)):
        yield FieldChange(field="pillars", old=", ".join(old.pillars) or None, new=", ".join(new.pillars) or None)
    before, after = told.left_of(*old.paragraphs), told.left_of(*new.paragraphs)
    if found := runs(before.words, after.words, before.told, after.told):
        yield FieldChange(field="text", old=_text(old) or None, new=_text(new) or None, runs=found)


def _values(item: Item) -> Iterator[tuple[str, str | None]]:
    yield "pillars", ", ".join(item.pillars)
    yield "text", _text(item)


def _moved(old: Minutes, new: Minutes, pairs: Pairs) -> set[int]:
    """Items of the new version that stand elsewhere among those of both; what moved with its holder did not move."""
    weights = [len(_text(old.items[i])) + len(_text(new.items[j])) for i, j in pairs.both]
    stay = staying([i for i, _ in pairs.both], weights)
    moved = {j for at, (_, j) in enumerate(pairs.both) if at not in stay}
    parents = _parents(new.items)
    old_parents = _parents(old.items)
    of_new = {j: i for i, j in pairs.both}
    return {j for j in moved if parents[j] not in moved or old_parents[of_new[j]] != of_new.get(parents[j])}


def _parents(items: Sequence[Item]) -> list[int]:
    """The place of the item that holds each; -1 for none."""
    places = {item.id: at for at, item in enumerate(items)}
    return [places.get(item.parent, -1) if item.parent else -1 for item in items]


def _place(items: Sequence[Item], at: int) -> str:
    """Where an item stands: behind the one before it."""
    if at == 0:
        return "first"
    before = items[at - 1]
    return f"after {before.number + ' ' if before.number else ''}{before.title}"


def _likeness(one: Item, two: Item) -> float:
    title = fuzz.ratio(folded(one.title), folded(two.title))
    same_number = bool(one.number) and folded(one.number) == folded(two.number)
    text = _text_likeness(_start(one), _start(two))
    same_text = bool(_start(one)) and _start(one) == _start(two)
    if title >= _RETITLED or text >= _REWORDED or (same_number and (title >= _BESIDE or same_text)):
        return title + text + 20 * same_number
    return 0.0


def _text_likeness(one: str, two: str) -> float:
    if min(one.count(" "), two.count(" ")) + 1 < _WORDS or not may_be_alike(one, two):
        return 0.0
    return fuzz.ratio(one, two)


def _start(item: Item) -> str:
    return folded(_text(item)[:_LONGEST])


def _text(item: Item) -> str:
    return " ".join(item.paragraphs)

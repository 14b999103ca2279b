"""Actions, decisions and commitments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from minutes_cli.comparing.folding import folded, may_be_alike
from minutes_cli.comparing.pairing import Pairs, paired
from minutes_cli.comparing.values import added, removed, short, text
from minutes_cli.model.differences import Difference, FieldChange
from minutes_cli.model.minutes import Action, Commitment, Decision, Exchange, Item, Minutes, Party
from minutes_cli.tracking.likeness import text_likeness

# From here on two texts are one that was reworded; under the same item, or with the same number, less will do.
_REWORDED, _BESIDE = 75, 55

Record = TypeVar("Record", Action, Decision, Commitment)


class Places:
    """Which item of the one version is which of the other, by what entries print of them."""

    def __init__(self, old: Sequence[Item], new: Sequence[Item], pairs: Pairs) -> None:
        self._old, self._new = _by_print(old), _by_print(new)
        self._pairs = set(pairs.both)

    def same(self, old: str | None, new: str | None) -> bool:
        """Whether both are printed under one item, however it is numbered and called now."""
        if not old or not new:
            return not old and not new
        before, after = self._old.get(folded(old), ()), self._new.get(folded(new), ())
        if not before or not after:
            return folded(old) == folded(new)
        return any((i, j) in self._pairs for i in before for j in after)


def _by_print(items: Sequence[Item]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        for name in (item.number, item.title):
            if name:
                found.setdefault(folded(name), []).append(at)
    return found


def actions(old: Minutes, new: Minutes, places: Places, respelt: Mapping[str, str]) -> Iterator[Difference]:
    def likeness(one: Action, two: Action) -> float:
        numbered = bool(one.reference) and folded(one.reference) == folded(two.reference)
        return reworded(one, two, numbered or places.same(one.item, two.item))

    def changes(one: Action, two: Action) -> Iterator[FieldChange]:
        yield from text("text", one.text, two.text)
        if not same_people(one.owners, two.owners, respelt):
            yield FieldChange(field="owners", old=_names(one.owners), new=_names(two.owners))
        yield from short("due", one.due, two.due)
        if one.due == two.due:
            yield from short("due_text", one.due_text, two.due_text)
        yield from short("state", one.state, two.state)
        yield from short("reference", one.reference, two.reference)
        yield from text("update", one.update, two.update)
        yield from _item(one, two, places)

    def values(one: Action) -> Iterator[tuple[str, str | None]]:
        yield "owners", _names(one.owners)
        yield "due", one.due or one.due_text
        yield "state", one.state
        yield from (("reference", one.reference), ("update", one.update), ("item", one.item))

    yield from _compared("action", old.actions, new.actions, likeness, changes, values)


def decisions(old: Minutes, new: Minutes, places: Places) -> Iterator[Difference]:
    def likeness(one: Decision, two: Decision) -> float:
        return reworded(one, two, places.same(one.item, two.item))

    def changes(one: Decision, two: Decision) -> Iterator[FieldChange]:
        yield from text("text", one.text, two.text)
        after = dict(values(two))
        for field, value in values(one):
            if field != "item":
                yield from short(field, value, after[field])
        yield from _item(one, two, places)

    def values(one: Decision) -> Iterator[tuple[str, str | None]]:
        yield from (("outcome", one.outcome), ("mover", one.mover), ("seconder", one.seconder))
        counted = one.votes.model_dump(by_alias=True) if one.votes else {}
        for way in ("for", "against", "abstain"):
            number = counted.get(way)
            yield f"votes/{way}", None if number is None else str(number)
        yield "item", one.item

    yield from _compared("decision", old.decisions, new.decisions, likeness, changes, values)


def commitments(old: Minutes, new: Minutes, places: Places, respelt: Mapping[str, str]) -> Iterator[Difference]:
    def likeness(one: Commitment, two: Commitment) -> float:
        return reworded(one, two, places.same(one.item, two.item))

    def changes(one: Commitment, two: Commitment) -> Iterator[FieldChange]:
        yield from text("text", one.text, two.text)
        if not same_people((one.by,), (two.by,), respelt):
            yield FieldChange(field="by", old=one.by.as_written, new=two.by.as_written)
        yield from short("when", one.when, two.when)
        if one.when == two.when:
            yield from short("when_text", one.when_text, two.when_text)
        yield from _item(one, two, places)

    def values(one: Commitment) -> Iterator[tuple[str, str | None]]:
        yield from (("by", one.by.as_written), ("when", one.when or one.when_text), ("item", one.item))

    # one that was read as an action too is told as such
    of_actions = {folded(action.text) for action in (*old.actions, *new.actions)}
    for found in _compared("commitment", old.commitments, new.commitments, likeness, changes, values):
        if folded(found.what) not in of_actions:
            yield found


def _compared(
    part: Literal["action", "decision", "commitment"],
    old: Sequence[Record],
    new: Sequence[Record],
    likeness: Callable[[Record, Record], float],
    changes: Callable[[Record, Record], Iterator[FieldChange]],
    values: Callable[[Record], Iterator[tuple[str, str | None]]],
) -> Iterator[Difference]:
    pairs = paired(old, new, (lambda one: (folded(one.text), one.item), lambda one: folded(one.text)), likeness)
    for i, j in pairs.in_order():
        if i is not None and j is not None:
            if fields := tuple(changes(old[i], new[j])):
                yield Difference(
                    part=part,
                    how="changed",
                    what=new[j].text,
                    fields=fields,
                    old_path=f"/{part}s/{i}",
                    new_path=f"/{part}s/{j}",
                )
        elif i is not None:
            yield removed(part, f"/{part}s/{i}", old[i].text, values(old[i]))
        elif j is not None:
            yield added(part, f"/{part}s/{j}", new[j].text, values(new[j]))


def _item(one: Record, two: Record, places: Places) -> Iterator[FieldChange]:
    if not places.same(one.item, two.item):
        yield FieldChange(field="item", old=one.item, new=two.item)


def reworded(one: Record | Exchange, two: Record | Exchange, beside: bool) -> float:
    """0 where one cannot be the other reworded.

    beside  whether something else, such as their item, is the same
    """
    if not may_be_alike(folded(one.text), folded(two.text)):
        return 0.0
    alike = text_likeness(one.text, two.text)
    return alike + 5 * beside if alike >= (_BESIDE if beside else _REWORDED) else 0.0


def same_people(old: Sequence[Party], new: Sequence[Party], respelt: Mapping[str, str]) -> bool:
    """Whether they are the same people: a name that the attendance respells is told there."""
    if {folded(one.as_written) for one in old} == {folded(one.as_written) for one in new}:
        return True
    before = {respelt.get(folded(one.name), folded(one.name)) for one in old}
    return len(old) == len(new) and "" not in before and before == {folded(one.name) for one in new}


def _names(owners: Sequence[Party]) -> str | None:
    return ", ".join(one.as_written for one in owners) or None

"""Numbers of items as printed, the runs in which they count on, and the fix that puts another in the place of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from minutes_cli.model.minutes import Item
from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.rules.base import Flag, Subject, place_of

# The part that counts: the last of "2.1", the first of "95/20".
_COUNTED = re.compile(r"(?P<lead>(?:\d{1,4}\.){0,4})(?P<value>\d{1,4})(?P<tail>/\d{2,4})?")
# What may stand before a number at the beginning of its line: signs of headings, quotes, lists, tables and bold type.
_MARKUP = r"[\s#>*_|\[\\-]{0,12}"
_BEGINS = re.compile(r"\W{0,5}(?P<number>\d{1,4}(?:[./]\d{1,4}){0,4})[.):]?(?:\s|$)")
# A shorter run has no order that a number could break.
_LEAST_RUN = 3

Break = Literal["jump", "repeat", "restart"]


class Numbered(NamedTuple):
    """An item with a number; `value` is the part that counts, between `lead` and `tail`."""

    position: int
    lead: str
    value: int
    tail: str

    def printed(self, value: int) -> str:
        return f"{self.lead}{value}{self.tail}"


def breaks(subject: Subject, kind: Break) -> Iterator[Flag]:
    """Where numbers do not count on by one.

    Where the format itself says what a heading is and of which level, its items are compared; else it is as the parser
    found it, which takes a number that does not fit for one of a list inside an item.
    """
    runs = [run for run in _runs(subject) if len(run) >= _LEAST_RUN]
    for run in runs:
        yield from (flag for told, flag in _of_run(subject, run) if told == kind)
    judged = {f"/items/{one.position}/number" for run in runs for one in run}
    for told in subject.told(f"item-number-{kind}"):
        if told.path is None or told.path in judged:
            continue
        run, place = _around(subject, int(told.path.split("/")[2]))
        if not _alone(run, place - 1):  # else it is the one before that is told, and is wrong
            fix = _rewritten(subject, run[place], run[place - 1].value + 1) if _alone(run, place) else None
            yield Flag(told.message, place_of(told), told.path, fix=fix)


def _around(subject: Subject, position: int) -> tuple[list[Numbered], int]:
    """The items of one level whose numbers differ in their last part alone, and the place of one of them there."""
    level = subject.minutes.items[position].level
    same = [
        one for at, item in enumerate(subject.minutes.items) if item.level == level and (one := _numbered(at, item))
    ]
    own = next((one for one in same if one.position == position), None)
    run = [one for one in same if own and (one.lead, one.tail) == (own.lead, own.tail)]
    return run, run.index(own) if own else -1


def _alone(run: list[Numbered], place: int) -> bool:
    """Whether a number alone is wrong: those of its neighbours are two apart."""
    if not 0 < place < len(run) - 1:
        return False
    before, own, behind = (one.value for one in run[place - 1 : place + 2])
    return behind - before == 2 and own != before + 1


def _of_run(subject: Subject, run: list[Numbered]) -> Iterator[tuple[Break, Flag]]:
    for place, (before, after) in enumerate(pairwise(run), 1):
        step, alone = after.value - before.value, _alone(run, place)
        if step == 1 or _alone(run, place - 1) or (step > 1 and _printed_between(subject, before, after)):
            continue
        fix = _rewritten(subject, after, before.value + 1) if alone else None
        path = f"/items/{after.position}/number"
        number, last = (one.printed(one.value) for one in (after, before))
        message = f"item “{number}” follows " + ("another of that number" if step == 0 else f"item “{last}”")
        kind: Break = "repeat" if step == 0 else "restart" if after.value == 1 and not alone else "jump"
        yield kind, Flag(message, subject.place(path), path, fix=fix)


def _runs(subject: Subject) -> Iterator[list[Numbered]]:
    """Items that should count on from one another: under headings of one level, or with the same number before the dot.

    Headings are those that the format itself tells of, with nothing of a higher level between them.
    """
    misread = any(subject.told("ocr"))
    running: dict[int, list[Numbered]] = {}
    dotted: dict[str, list[Numbered]] = {}
    for position, item in enumerate(subject.minutes.items):
        at = subject.number_of(subject.place(f"/items/{position}/number", f"/items/{position}/title"))
        level = subject.body[at].heading if at is not None else None
        one = _numbered(position, item)
        if level is None:
            if one and one.lead and not misread:
                dotted.setdefault(one.lead, []).append(one)
            continue
        for other in [other for other in running if other > level or (other == level and one is None)]:
            yield running.pop(other)
        run = running.setdefault(level, [])
        if one and run and (run[-1].lead, run[-1].tail) != (one.lead, one.tail):
            yield running.pop(level)
            running[level] = [one]
        elif one:
            run.append(one)
    yield from running.values()
    yield from dotted.values()


def _numbered(position: int, item: Item) -> Numbered | None:
    found = _COUNTED.fullmatch(item.number or "")
    return Numbered(position, found["lead"], int(found["value"]), found["tail"] or "") if found else None


def _printed_between(subject: Subject, before: Numbered, after: Numbered) -> bool:
    """Whether a number that seems left out begins a paragraph between the two: then it is there, only no heading."""
    first, last = (subject.number_of(subject.place(f"/items/{one.position}/number")) for one in (before, after))
    if first is None or last is None:
        return False
    missing = {before.printed(value) for value in range(before.value + 1, after.value)}
    begins = (_BEGINS.match(f"{paragraph.label or ''} {paragraph.text}") for paragraph in subject.body[first:last])
    return any(begin and begin["number"] in missing for begin in begins)


def _rewritten(subject: Subject, one: Numbered, value: int) -> Fix | None:
    """By an edit at the beginning of the line; None where the number is not typed there, as in Word's own numbering."""
    old = one.printed(one.value)
    place = subject.place(f"/items/{one.position}/number")
    address = (place.line or place.block) if place else None
    if address is None:
        return None
    found = re.match(rf"{_MARKUP}(?P<number>{re.escape(old)})(?!\w)", subject.source.by_address.get(address, ""))
    return Fix((Edit(address, old, one.printed(value), found.start("number")),), safe=False) if found else None

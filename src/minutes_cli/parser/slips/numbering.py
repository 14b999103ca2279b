"""Numbers of items that jump or repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.draft import Item
from minutes_cli.parser.slips.record import Record, quoted, slip
from minutes_cli.text.numbering import Number, as_letter, as_roman, find_number

# A run shorter than this has no order that a number could break.
_LEAST_RUN = 3
# Numbers of which fewer count on by one are picked or restart: they have no order either.
_LEAST_ON = 0.5
# More missing numbers than this are not looked for one by one.
_MOST_MISSING = 20
# A list's mark stands in so many characters.
_MARK_REACH = 40
_LETTERS = ("upper", "lower", "ROMAN", "roman")


class _Counted(NamedTuple):
    """A numbered item; `lead` and `tail` stand around the part of its number that counts."""

    position: int
    number: Number
    lead: str
    value: int
    tail: str


def find(record: Record) -> Iterator[Diagnostic]:
    """Within each run: items of one level, in one section, numbered in one style."""
    for run in _runs(record.draft.items):
        steps = [after.value - before.value for before, after in pairwise(run)]
        if len(run) >= _LEAST_RUN and sum(step == 1 for step in steps) >= _LEAST_ON * len(steps):
            yield from _breaks(record, run)


def _breaks(record: Record, run: Sequence[_Counted]) -> Iterator[Diagnostic]:
    for before, after in pairwise(run):
        step = after.value - before.value
        number = record.draft.items[after.position].number
        if step == 1 or number is None or (step > 1 and _printed_between(record, before, after)):
            continue
        repeats = step == 0
        yield slip(
            "item-number-repeat" if repeats else "item-number-jump",
            f"item {quoted(number.value)} follows "
            + ("another of that number" if repeats else f"item {quoted(before.number.text)}"),
            number.quotes[0] if number.quotes else None,
            f"/items/{after.position}/number",
        )


def _runs(items: Sequence[Item]) -> Iterator[list[_Counted]]:
    """Items that count on from one another; a number that starts anew begins a section of its own."""
    running: dict[tuple[int, str, str], list[_Counted]] = {}
    done: list[list[_Counted]] = []
    last, level = "", 0
    for position, item in enumerate(items):
        counted = _counted(position, item)
        # a number given twice in a row was taken for one inside the other
        level = level if counted and counted.number.text == last and counted.value > 1 else item.level
        for key in [key for key in running if key[0] > level]:
            done.append(running.pop(key))
        last = counted.number.text if counted else ""
        if counted is None:
            continue
        style = "letters" if counted.number.style in _LETTERS else counted.number.style
        run = running.setdefault((level, style, counted.lead + counted.tail), [])
        if run and counted.value == 1 and run[-1].value > 1:
            done.append(list(run))
            run.clear()
        run.append(counted)
    for run in (*done, *running.values()):
        yield _as_letters(run) if run and run[0].number.style in _LETTERS else run


def _counted(position: int, item: Item) -> _Counted | None:
    printed = item.number.value if item.number else ""
    number = find_number(f"{printed}. ") or find_number(f"{printed} ")
    if number is None or number.text != printed:
        return None
    if number.style in _LETTERS:
        return _Counted(position, number, "", number.values[0], "")
    if printed[-1].isalpha():
        return None  # "7a" comes between 7 and 8
    parts = list(re.finditer(r"\d+", printed))
    part = parts[0] if number.style == "minute" else parts[-1]
    return _Counted(position, number, printed[: part.start()], int(part[0]), printed[part.end() :])


def _as_letters(run: list[_Counted]) -> list[_Counted]:
    """Letters or Roman numerals, whichever counts on better: "I." may be the ninth letter or the first numeral."""
    readings = [
        [counted._replace(value=read(counted.number).values[0]) for counted in run] for read in (as_letter, as_roman)
    ]
    return max(readings, key=lambda read: sum(b.value - a.value == 1 for a, b in pairwise(read)))


def _printed_between(record: Record, before: _Counted, after: _Counted) -> bool:
    """Whether a number that seems left out is printed between the two: then it is there, only not as a heading."""
    items = record.draft.items
    between = record.passages[items[before.position].first : items[after.position].first + 1]
    missing = range(before.value + 1, min(after.value, before.value + 1 + _MOST_MISSING))
    if before.number.style in _LETTERS:
        marks = [find_number(f"{passage.label} {passage.text}"[:_MARK_REACH]) for passage in between]
        return any(read(mark).values[0] in missing for mark in marks if mark for read in (as_letter, as_roman))
    text = "\n".join(f"{passage.label} {passage.text}" for passage in between)
    lead, tail = re.escape(after.lead), re.escape(after.tail)
    return any(re.search(rf"(?<![\w/.]){lead}0{{0,3}}{value}{tail}(?![\w/]|\.\d)", text) for value in missing)

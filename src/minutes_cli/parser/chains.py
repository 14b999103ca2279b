"""Which of the numbers in a document count its items: the longest run that goes up."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from minutes_cli.text.numbering import Number, Style, as_letter, as_roman

# What a run loses where a number is left out, where the setting changes, and where it does not begin with one: each
# less than the weight of a plain heading, so that a run with a slip still beats half a run without.
_GAP = 0.45
_OTHER_LOOK = 0.35
_START_LATE = 0.4
# What looks this much like a heading is one though its number is given twice.
_SURE = 0.55
# Standing in order is worth something even for a number in front of prose.
_IN_ORDER = 0.1
# From one number to the next; 0 is for "7a" behind "7".
_STEPS = (1, 2, 3, 0)
# Styles that can count the items; dotted numbers count within them.
_COUNTING: tuple[Style, ...] = ("integer", "minute", "code", "upper", "lower", "ROMAN", "roman")


class Counted(NamedTuple):
    """A numbered passage.

    place   its index among the passages
    weight  how much it looks like a heading, from 0 to 1
    look    what its setting looks like: members of one run share it
    """

    place: int
    number: Number
    weight: float
    look: Hashable


class Run(NamedTuple):
    """Numbers that go up, and how much they look like headings in all."""

    weight: float
    members: list[Counted]


def runs_by_style(candidates: Sequence[Counted]) -> dict[Style, Run]:
    """The best run of each style of numbers; a lone letter that is also a Roman numeral counts as either."""
    found: dict[Style, Run] = {}
    for style in _COUNTING:
        read_as = [c._replace(number=_read_as(c.number, style)) for c in candidates]
        members = [c for c in read_as if c.number.style == style]
        if members:
            weight, run = _best_run(members)
            # a style that starts again and again counts the entries of lists
            alike = sum(1 for m in members if m.look == run[0].look)
            found[style] = Run(weight * min(1.0, len(run) / alike), run)
    return found


def _read_as(number: Number, style: Style) -> Number:
    if style in ("upper", "lower"):
        return as_letter(number)
    return as_roman(number) if style in ("ROMAN", "roman") else number


def _best_run(candidates: Sequence[Counted]) -> Run:
    """The run of rising numbers with the greatest weight.

    Steps of one are the rule; gaps and changes of look cost. Linear in the number of candidates, of which there is one
    at least.
    """
    ending: dict[int, int] = {}  # the last number of a run -> the index of the candidate that ends the best such run
    weights: list[float] = []
    before: list[int | None] = []
    for index, candidate in enumerate(candidates):
        value = candidate.number.values[0]
        gain = candidate.weight + _IN_ORDER
        weight, previous = gain - (0 if value <= 1 else _START_LATE), None
        for step in _STEPS:
            earlier = ending.get(value - step)
            if earlier is None:
                continue
            repeats = step == 0 and _repeats(candidates[earlier], candidate)
            if step == 0 and not repeats and not _goes_on_within(candidates[earlier], candidate):
                continue
            other_look = candidates[earlier].look != candidate.look
            gained = gain - (_GAP if step > 1 or repeats else 0) - (_OTHER_LOOK if other_look else 0)
            if weights[earlier] + gained > weight:
                weight, previous = weights[earlier] + gained, earlier
        weights.append(weight)
        before.append(previous)
        if value not in ending or weight >= weights[ending[value]]:
            ending[value] = index
    last = max(range(len(weights)), key=lambda i: (weights[i], -i))
    members: list[Counted] = []
    at: int | None = last
    while at is not None:
        members.append(candidates[at])
        at = before[at]
    return Run(weights[last], members[::-1])


def _goes_on_within(earlier: Counted, later: Counted) -> bool:
    """Whether "7b" follows "7" or "7a"."""
    return len(later.number.values) > 1 and earlier.number.values < later.number.values


def _repeats(earlier: Counted, later: Counted) -> bool:
    """Whether a heading has by a slip the number of the one before it; numbers of lists that restart begin with one."""
    alike = earlier.look == later.look and earlier.number.values == later.number.values
    return alike and later.number.values[0] > 1 and min(earlier.weight, later.weight) >= _SURE

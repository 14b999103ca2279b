"""Which of the numbers in a document count its items: the longest run that goes up."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from minutes_cli.text.numbering import Number, as_letter

_GAP = 0.45
_OTHER_LOOK = 0.35
_START_LATE = 0.4
# Standing in order is worth something even for a number in front of prose.
_IN_ORDER = 0.1


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


def best_run(candidates: Sequence[Counted]) -> tuple[float, list[Counted]]:
    """The run of rising numbers with the greatest weight, and that weight.

    Steps of one are the rule, gaps up to three and changes of look cost. Linear in the number of candidates.
    """
    best: dict[int, tuple[float, int]] = {}
    score: list[float] = []
    before: list[int | None] = []
    for index, candidate in enumerate(candidates):
        value = candidate.number.values[0]
        gain = candidate.weight + _IN_ORDER
        total, previous = gain - (0 if value <= 1 else _START_LATE), None
        for step in (1, 2, 3, 0):
            if step == 0 and len(candidate.number.values) < 2:
                continue
            if value - step in best:
                earlier, place = best[value - step]
                extra = (
                    gain - (_GAP if step > 1 else 0) - (_OTHER_LOOK if candidates[place].look != candidate.look else 0)
                )
                if step == 0 and candidates[place].number.values >= candidate.number.values:
                    continue
                if earlier + extra > total:
                    total, previous = earlier + extra, place
        score.append(total)
        before.append(previous)
        if value not in best or total >= best[value][0]:
            best[value] = (total, index)
    if not score:
        return 0.0, []
    at: int | None = max(range(len(score)), key=lambda i: (score[i], -i))
    total = score[at] if at is not None else 0.0
    run: list[Counted] = []
    while at is not None:
        run.append(candidates[at])
        at = before[at]
    return total, run[::-1]


def runs_by_style(candidates: Sequence[Counted]) -> dict[str, tuple[float, list[Counted]]]:
    """The best run of each style of numbers; a lone letter that is also a Roman numeral counts as either."""
    found: dict[str, tuple[float, list[Counted]]] = {}
    for style in ("integer", "minute", "code", "upper", "lower", "ROMAN", "roman"):
        members = []
        for candidate in candidates:
            number = candidate.number
            if style in ("upper", "lower") and number.style in ("ROMAN", "roman"):
                number = as_letter(number)
            if style in ("ROMAN", "roman") and number.style in ("upper", "lower"):
                number = _as_roman(number)
            if number.style == style:
                members.append(candidate._replace(number=number))
        if members:
            total, run = best_run(members)
            # a style that starts again and again counts the entries of lists
            alike = sum(1 for m in members if m.look == run[0].look) if run else 1
            found[style] = (total * min(1.0, len(run) / max(1, alike)), run)
    return found


def _as_roman(number: Number) -> Number:
    value = {"i": 1, "v": 5, "x": 10}.get(number.text.lower())
    if value is None:
        return number
    return number._replace(style="ROMAN" if number.text.isupper() else "roman", values=(value,))

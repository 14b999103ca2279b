"""The sizes of what the charts draw, in units of their own: the page sets how large a unit is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from minutes_cli.model.scrutiny import Period, PillarHistory
from minutes_cli.model.stats import Share

# Length of the longest bar, and radius of the largest circle.
BAR = 200
CIRCLE = 11


class Bar(NamedTuple):
    """A bar in two parts: `overdue` and then `rest`, units long."""

    share: Share
    overdue: float
    rest: float


def bars(shares: Sequence[Share]) -> list[Bar]:
    """One for each, the most of them `BAR` units long."""
    most = max((share.unsettled for share in shares), default=0) or 1
    return [
        Bar(share, round(BAR * share.overdue / most, 1), round(BAR * (share.unsettled - share.overdue) / most, 1))
        for share in shares
    ]


def touched(period: Period) -> int:
    """How much of a period went to a pillar: its items, and what was said under them."""
    return period.items + period.exchanges


def radius(period: Period, histories: Sequence[PillarHistory]) -> float:
    """Of a circle whose area grows with what the period gave to the pillar; 0 for nothing."""
    most = max(touched(one) for history in histories for one in history.periods)
    if not touched(period):
        return 0
    return max(2.5, round(CIRCLE * math.sqrt(touched(period) / most), 1))

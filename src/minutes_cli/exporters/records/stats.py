"""The columns of the figures of actions: a body a row."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.stats import ActionStats, Share


def _listed(shares: Iterable[Share]) -> str:
    return "; ".join(f"{share.name}: {share.unsettled}" for share in shares)


def _days(one: ActionStats) -> tuple[str, str, str]:
    spread = one.closing
    return (f"{spread.lower:g}", f"{spread.median:g}", f"{spread.upper:g}") if spread else ("", "", "")


STATS = Table[ActionStats](
    columns=(
        *("body", "on", "actions", "unsettled", "settled", "overdue", "without_date"),
        *("days_to_close_lower", "days_to_close_median", "days_to_close_upper"),
        *("slipped", "slips", "owners", "ages", "carried"),
    ),
    cells=lambda one: (
        *(one.body or "", one.on),
        *map(str, (one.actions, one.unsettled, one.settled, one.overdue, one.without_date)),
        *_days(one),
        *(str(one.slipped), str(one.slips), _listed(one.owners), _listed(one.ages), _listed(one.carried)),
    ),
    header=("Body", "Unsettled", "Overdue", "Settled", "Days to close", "Dates moved"),
    brief=lambda one: (
        one.body or "",
        *map(str, (one.unsettled, one.overdue, one.settled)),
        _days(one)[1],
        str(one.slipped),
    ),
)

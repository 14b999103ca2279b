"""The columns of pillars over time: two for each meeting or quarter, its items and its exchanges."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.scrutiny import Period, PillarHistory


def scrutiny_table(found: Sequence[PillarHistory]) -> Table[PillarHistory]:
    """The columns for the periods of these pillars."""
    names = sorted({period.name for row in found for period in row.periods})

    def cells(row: PillarHistory) -> tuple[str, ...]:
        known = {period.name: period for period in row.periods}
        figures = (row.scrutinised, row.meetings, row.untouched, row.items, row.exchanges)
        counts = [number for name in names for number in _counts(known.get(name))]
        return (row.body or "", row.pillar, row.last or "", *map(str, figures), *counts)

    return Table(
        columns=(
            *("body", "pillar", "last", "scrutinised", "meetings", "untouched", "items", "exchanges"),
            *(f"{name} {what}" for name in names for what in ("items", "exchanges")),
        ),
        cells=cells,
        header=("Pillar", "Meetings", "Last", "Untouched for", "Items", "Exchanges"),
        brief=lambda row: (
            *(row.pillar, f"{row.scrutinised} of {row.meetings}", row.last or ""),
            *map(str, (row.untouched, row.items, row.exchanges)),
        ),
    )


def _counts(period: Period | None) -> tuple[str, str]:
    return (str(period.items), str(period.exchanges)) if period else ("", "")

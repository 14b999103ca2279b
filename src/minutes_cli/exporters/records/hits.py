"""The columns of what a search found."""

from __future__ import annotations

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.records import Hit

HITS = Table[Hit](
    columns=("kind", "snippet", "item", "page", "line", "body", "meeting", "date", "file"),
    cells=lambda hit: (
        *(hit.kind, hit.snippet, hit.item or "", str(hit.page or ""), str(hit.line or ""), hit.body or ""),
        *(hit.sitting.meeting or "", hit.sitting.date or "", hit.sitting.file),
    ),
    header=("Date", "Kind", "Words", "Item", "Page"),
    brief=lambda hit: (
        *(hit.sitting.date or hit.sitting.file, hit.kind, hit.snippet),
        *(hit.item or "", str(hit.page or hit.line or "")),
    ),
)

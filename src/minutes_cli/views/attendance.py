"""Who came: a table grouped by how they took part."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Attendee, Status
from minutes_cli.views.words import QUIET, joined, plain

# symbol, words and style of each status, in the order in which they are shown
STATUSES: dict[Status, tuple[str, str, str]] = {
    "present": ("●", "Present", "green"),
    "in_attendance": ("○", "In attendance", "blue"),
    "apologies": ("–", "Apologies", "yellow"),
    "absent": ("✗", "Absent", "red"),
}


def attendance(attendees: Sequence[Attendee]) -> RenderableType:
    """A line for each status that occurs, and below it one row a person: name, abbreviation, role and remark."""
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", min_width=18)
    if abbreviations := any(person.abbreviation for person in attendees):
        table.add_column(overflow="fold")
    if roles := any(person.role or person.note for person in attendees):
        table.add_column(overflow="fold")
    for status, (symbol, words, style) in STATUSES.items():
        group = [person for person in attendees if person.status == status]
        if group:
            table.add_row(Text.assemble((f"{symbol} {words}", style), (f"  {len(group)}", QUIET)))
        for person in group:
            cells = [Text("  ").append_text(plain(person.name))]
            if abbreviations:
                cells.append(plain(person.abbreviation, "cyan"))
            if roles:
                cells.append(joined([plain(person.role, QUIET), plain(person.note, "yellow")]))
            table.add_row(*cells)
    return table

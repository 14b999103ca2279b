"""Matters arising as Markdown, to paste into an agenda."""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters.agenda.wording import HEADER, HEADING, meeting, standing, title
from minutes_cli.exporters.records.to_markdown import escaped
from minutes_cli.model.agenda import Matter, MattersArising


def write(found: MattersArising, stream: BinaryIO) -> None:
    """Write headings, one sentence and a table."""
    head = (f"# {escaped(title(found))}", escaped(meeting(found)), f"## {HEADING}", escaped(standing(found)))
    lines = ["\n\n".join(head)]
    if found.matters:
        rows = [HEADER, ("---",) * len(HEADER), *map(_row, found.matters)]
        lines += ["", *(f"| {' | '.join(row)} |" for row in rows)]
    stream.write("".join(f"{line}\n" for line in lines).encode())


def _row(matter: Matter) -> tuple[str, ...]:
    due = escaped(matter.due)
    cells = (matter.number, matter.text, ", ".join(matter.owners) or "nobody named")
    return (*map(escaped, cells), f"**{due}**" if matter.overdue else due, escaped(matter.history))

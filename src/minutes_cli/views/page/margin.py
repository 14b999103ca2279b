"""What stands beside a row: its values, and what to make of it where it was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_cli.model.tracing import Explanation
from minutes_cli.views.claims import begun_on, notes
from minutes_cli.views.page.tags import element, escaped


def line_id(index: int) -> str:
    """The id of a line, for links to it."""
    return f"l{index}"


def margin(found: Explanation, row: Sequence[int]) -> Iterator[str]:
    """Each entry whose values begin on the row, then hints."""
    for note in notes(begun_on(found, row), found.minutes):
        who = element("b", escaped(note.who)) + " " if note.who else ""
        yield element("span", who, escaped(note.what), " ", element("small", escaped(note.proof)), kind="note")
    for index in row:
        line = found.lines[index]
        if line.hint:
            reasons = "; ".join(line.heading.reasons) if line.heading and "heading" in line.hint else ""
            more = element("small", escaped(reasons)) if reasons else ""
            yield element("span", escaped(line.hint), " ", more, kind="hint")
